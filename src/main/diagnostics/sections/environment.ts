import type { CheckResult, Finding } from '../../../shared/ipc/models-environment.ts'
import { checksByGroup } from '../../../shared/environment/check-names.ts'
import { maskedEnd } from '../mask.ts'

/** What 环境检测 finds, as its rows are; a key is told by the end of its card number. */
export function describeEnvironment(results: readonly CheckResult[]): unknown {
  return results.map(({ name, durationMs, findings }) => {
    const isOfKeys = checksByGroup.device.some((one) => one === name)
    return { name, durationMs, findings: isOfKeys ? findings.map(withoutCardNumber) : findings }
  })
}

const cardNumber = 'cardNumber'

/** Rows about keys name each by its card number, which is its serial number as well. */
function withoutCardNumber({ subject, facts, details, ...finding }: Finding): Finding {
  const mask = (name: string, value: string | number) => (name === cardNumber ? maskedEnd(String(value)) : value)
  return {
    ...finding,
    ...(subject === undefined ? {} : { subject: maskedEnd(subject) }),
    ...(facts === undefined
      ? {}
      : { facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, mask(name, value)])) }),
    ...(details === undefined
      ? {}
      : { details: details.map(({ label, value }) => ({ label, value: String(mask(label, value)) })) }),
  }
}
