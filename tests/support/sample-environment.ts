import type { Channel } from '../../src/shared/ipc/channels.ts'
import type {
  EnvironmentProgress,
  EnvironmentReport,
  CheckResult,
  Finding,
} from '../../src/shared/ipc/models-environment.ts'
import { checkNames, type CheckName } from '../../src/shared/environment/check-names.ts'
import type { Answers } from './fake-desktop.ts'

const facts: Readonly<Partial<Record<CheckName, NonNullable<Finding['facts']>>>> = {
  'usb-key': { model: 'mToken GM3000', cardNumber: '370100882231' },
  certificate: { signing: 1, encryption: 1 },
  'signing-key': { present: 1 },
  room: { pairs: 2 },
  'driver-found': { ms: 18 },
  'driver-bits': { bits: 64 },
  'driver-version': { version: '1.7' },
}

/** What is looked at when nothing else is told: keys, drivers and the smart card service. */
const usualNames = checkNames.slice(0, checkNames.indexOf('conflicts'))

export function sampleResult(name: CheckName, findings: readonly Finding[] = [sampleFinding(name)]): CheckResult {
  return { name, durationMs: 18, findings: [...findings] }
}

function sampleFinding(name: CheckName): Finding {
  const found = facts[name]
  return { state: 'ok', ...(found === undefined ? {} : { facts: found }) }
}

/** Everything in order, but for what is told. */
export function sampleReport(odd: Partial<Record<CheckName, readonly Finding[]>> = {}, run = 1): EnvironmentReport {
  const names = checkNames.filter((name) => usualNames.includes(name) || odd[name] !== undefined)
  return {
    run,
    startedAt: '2026-11-20T01:30:00.000Z',
    durationMs: 2100,
    results: names.map((name) => sampleResult(name, odd[name])),
  }
}

/** As it comes in: the beginning, then each result. */
export function progressOf({ run, results }: EnvironmentReport): readonly EnvironmentProgress[] {
  const names = results.map(({ name }) => name)
  return [{ run, names }, ...results.map((result) => ({ run, names, result }))]
}

type EnvironmentChannel = Extract<Channel, `environment:${string}`>

export const environmentAnswers: Pick<Answers, EnvironmentChannel> = {
  'environment:run': () => ({ ok: true, value: sampleReport() }),
  'environment:recheck': ({ name }) => ({ ok: true, value: sampleResult(name) }),
  'environment:fix': ({ name }) => ({ ok: true, value: sampleResult(name) }),
  'environment:export': () => ({ ok: true, value: { saved: true, fileName: '环境检测报告.txt' } }),
  'environment:export-key-report': () => ({ ok: true, value: { saved: true, fileName: 'USB-Key-报告.json' } }),
}
