import type { Revocation } from '../../shared/ipc/models-trust.ts'
import type { RevocationAnswers } from '../trust/trust.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { revocationPointers } from '../x509/revocation-pointers.ts'
import type { Answer, Question } from './answer.ts'
import { webAddresses } from './ask-authority.ts'

interface AnswerParts {
  readonly ask: (question: Question) => Promise<Answer>
  readonly now: () => Date
  /** An answer has come. */
  readonly changed: () => void
}

interface Known {
  readonly askedAt: number
  readonly answer?: Answer
}

/** A certificate is asked about once in this time at most. */
const askAgainMs = 3_600_000

/** What is known of revocations, asked for one after the other in the background. */
export function createRevocationAnswers({ ask, now, changed }: AnswerParts): RevocationAnswers {
  const known = new Map<string, Known>()
  let last: Promise<unknown> = Promise.resolve()
  const begin = (certificate: X509Certificate, issuer: X509Certificate) => {
    const askedAt = now().getTime()
    const before = known.get(certificate.sha256)
    known.set(certificate.sha256, { ...before, askedAt })
    const asked = last.then(async () => {
      const answer = await ask({ certificate, issuer, now: now() })
      known.set(certificate.sha256, { askedAt, answer: better(before?.answer, answer) })
      changed()
    })
    // It has its own word for every failure; whatever else went wrong leaves the certificate as it was.
    last = asked.catch(() => undefined)
  }
  return {
    of: ([certificate, issuer]) => {
      const reason = whyNot(certificate, issuer, now())
      if (reason !== undefined) return { state: 'not-checked', reason }
      return known.get(certificate.sha256)?.answer ?? { state: 'not-checked', reason: 'waiting' }
    },
    ask: ([certificate, issuer]) => {
      if (issuer === undefined || whyNot(certificate, issuer, now()) !== undefined) return
      const before = known.get(certificate.sha256)
      const isFresh = before !== undefined && now().getTime() - before.askedAt < askAgainMs
      if (!isFresh) begin(certificate, issuer)
    },
  }
}

/** A revocation that was proven is not forgotten because the responder cannot be reached now; a hold may have ended. */
function better(before: Answer | undefined, answer: Answer): Answer {
  const isFinal = before?.state === 'revoked' && before.revocationReason !== 'certificateHold'
  return isFinal && answer.state === 'unknown' ? before : answer
}

function whyNot(
  certificate: X509Certificate,
  issuer: X509Certificate | undefined,
  now: Date,
): Revocation['reason'] | undefined {
  const { lists, responders, hasIndirectList } = revocationPointers(certificate)
  const onWeb = webAddresses(certificate)
  if (issuer === undefined) return 'nothing-to-ask'
  if (onWeb.lists.length + onWeb.responders.length === 0) {
    if (lists.length + responders.length > 0) return 'only-ldap'
    return hasIndirectList ? 'indirect' : 'nothing-to-ask'
  }
  // CAs take expired certificates off their lists: that one is not on it says nothing any more.
  return now > certificate.notAfter ? 'expired' : undefined
}
