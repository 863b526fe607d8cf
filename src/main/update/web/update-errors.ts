/** The one table from what the way, the server and the disk do to the codes of updates. */
import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { FailureDetails } from '../../../shared/failure.ts'
import { AppError } from '../../app-error.ts'

const codes: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  'platform.tls': 'update.tls',
  'platform.webPage': 'update.redirected',
  'platform.tooLarge': 'update.feedUnreadable',
  'content.hashMismatch': 'update.corrupt',
  'content.diskFull': 'update.diskFull',
  'content.saveFailed': 'update.saveFailed',
}

/** What is ours already, and what was given up on purpose (platform.cancelled), stays; what is left is the network. */
export function toUpdateError(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  const { code, details = {} } = thrown.failure
  if (!/^(?:platform|content)\./.test(code) || code === 'platform.cancelled') return thrown
  const { status } = details
  if (typeof status === 'number') return new AppError(codeOfStatus(status), { details: { status }, cause: thrown })
  const words = wordsOf(details)
  const known = Object.keys(words).length === 0 ? {} : { details: words }
  return new AppError(codes[code] ?? 'update.unreachable', { ...known, cause: thrown })
}

/** A redirect is not followed: where an update comes from is what the user has set. */
function codeOfStatus(status: number): ErrorCode {
  return status >= 300 && status < 400 ? 'update.redirected' : 'update.notThere'
}

/** What tells support more: which check of TLS, which fault of the network or of a proxy. */
function wordsOf(details: FailureDetails): FailureDetails {
  const names = ['tls', 'network', 'reason']
  return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)))
}
