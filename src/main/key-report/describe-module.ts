import type { Failure } from '../../shared/failure.ts'
import type { KeyReport } from '../../shared/token/key-report.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { redactValue } from '../diagnostics/redact-value.ts'
import type { ModuleState } from '../token/module-state.ts'
import { describeSkf } from './describe-skf.ts'
import { formOfText } from './form-of-text.ts'

/** What came of the question to a library: its report, why there is none, or nothing where none was asked for. */
export interface Answer {
  readonly report?: KeyReport | undefined
  readonly failure?: Failure | undefined
}

/**
 * A driver as it is known, and what its library has answered. What a library says of itself stays as it says it: `GM3000` is
 * what the report is read for, and would be hidden as a number.
 */
export function describeModule(
  module: ModuleState,
  { report, failure }: Answer,
  redact: (text: string) => string,
): unknown {
  const hidden = (value: unknown) => redactValue(value, redact)
  const { path, interface: spoken = 'pkcs11', state, library, quarantine, answeredMs, tokens } = module
  return {
    ...{ path: redact(path), interface: spoken, state, failure: hidden(module.failure), answeredMs, library },
    ...(quarantine === undefined ? {} : { quarantine: { ...quarantine, at: quarantine.at.toISOString() } }),
    tokens: tokens.map(describeToken),
    ...(failure === undefined ? {} : { reportFailure: hidden(failure) }),
    ...(report === undefined ? {} : { report: describeSkf(report) }),
  }
}

function describeToken({ serialNumber, label, manufacturer, model, pin, ...token }: TokenSnapshot): unknown {
  const { certificates, freeBytes, securityOfficerPin, symmetric } = token
  return {
    ...{ serialNumber: formOfText(serialNumber, 4), label: formOfText(label), manufacturer, model },
    ...{ certificates: certificates.length, pin, securityOfficerPin, freeBytes, symmetric },
  }
}
