import type { X509Certificate } from '../x509/certificate.ts'
import { verifyCertificate, type Verdict } from '../x509/verify-signature.ts'
import type { Assessment } from './assessment.ts'
import { findChain, type Verify } from './find-chain.ts'
import type { Pool } from './pool.ts'

/** What is known of a certificate's chain at this instant. */
export type AssessCertificate = (certificate: X509Certificate, pool: Pool, now: Date) => Assessment

interface Kept {
  readonly assessment: Assessment
  /** The answer is the same from one instant to another: in between, no certificate begins or ends. */
  readonly from: Date
  readonly until: number
}

/** Far more than the certificates on any desk. */
const mostKept = 2000

/** Remembers signatures for ever and answers as long as they hold, so that asking again at every glance costs nothing. */
export function createAssessCertificate(): AssessCertificate {
  const verdicts = new Map<string, Verdict>()
  const verify: Verify = (child, { publicKey }) =>
    remembered(verdicts, `${child.sha256} ${publicKey.sha256}`, () => verifyCertificate(child, publicKey))
  let answers = new Map<string, Kept>()
  let madeFor = ''
  return (certificate, pool, now) => {
    if (madeFor !== pool.key) answers = new Map()
    madeFor = pool.key
    const kept = answers.get(certificate.sha256)
    if (kept !== undefined && now >= kept.from && now.getTime() < kept.until) return kept.assessment
    const assessment = findChain(certificate, pool, { now, verify })
    if (answers.size >= mostKept) answers.clear()
    answers.set(certificate.sha256, { assessment, from: now, until: nextChange(pool, now) })
    return assessment
  }
}

function nextChange({ all }: Pool, now: Date): number {
  // The end itself still belongs to the validity.
  const instants = all.flatMap(({ notBefore, notAfter }) => [notBefore.getTime(), notAfter.getTime() + 1])
  return Math.min(Infinity, ...instants.filter((instant) => instant > now.getTime()))
}

function remembered<T>(memory: Map<string, T>, key: string, find: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  const found = find()
  if (memory.size >= mostKept) memory.clear()
  memory.set(key, found)
  return found
}
