import type { X509Certificate } from '../x509/certificate.ts'
import type { Verdict } from '../x509/verify-signature.ts'
import { better, type Assessment } from './assessment.ts'
import { unsupportedReason, untrustedReason } from './check-path.ts'
import { isIdentified, type Pool } from './pool.ts'

/** Has the second one signed the first? */
export type Verify = (child: X509Certificate, issuer: X509Certificate) => Verdict

type Path = readonly [X509Certificate, ...(readonly X509Certificate[])]

const longestPath = 8
/** A token full of authorities that have signed each other must not keep the program busy. */
const mostVerifications = 200

interface Search {
  readonly pool: Pool
  readonly now: Date
  readonly verify: Verify
  readonly isOver: () => boolean
}

/**
 * Looks for a chain up to something trusted, over every authority of the issuer's name (RFC 5280, 6.1). Untrusted is only
 * what leads to a trusted authority and breaks a rule on the way; everything else is not known.
 */
export function findChain(
  leaf: X509Certificate,
  pool: Pool,
  { now, verify }: { readonly now: Date; readonly verify: Verify },
): Assessment {
  let left = mostVerifications
  const counted: Verify = (child, issuer) => {
    left -= 1
    return verify(child, issuer)
  }
  return climb([leaf], { pool, now, verify: counted, isOver: () => left <= 0 })
}

function climb(path: Path, search: Search): Assessment {
  const top = path.at(-1) ?? path[0]
  if (search.pool.isAnchor(top)) return judge(path, search.now)
  let best: Assessment = { result: 'unknown-issuer', chain: path.slice(1) }
  if (path.length > longestPath) return best
  for (const issuer of search.pool.issuersOf(top)) {
    if (search.isOver() || best.result === 'trusted') break
    if (!isIn(path, issuer)) best = better(best, climbOver(path, issuer, search))
  }
  return best
}

function climbOver(path: Path, issuer: X509Certificate, search: Search): Assessment {
  const child = path.at(-1) ?? path[0]
  const chain = path.slice(1)
  switch (search.verify(child, issuer)) {
    case 'valid':
      return climb([...path, issuer], search)
    case 'unsupported':
      return { result: 'unsupported', reason: 'algorithm', chain: [...chain, issuer] }
    case 'invalid':
      // Another authority of the same name proves nothing, nor does one that only says that it is the issuer.
      return isIdentified(child, issuer) && climb([issuer], search).result === 'trusted'
        ? { result: 'untrusted', reason: 'bad-signature', chain: [...chain, issuer] }
        : { result: 'unknown-issuer', chain }
  }
}

function judge(path: Path, now: Date): Assessment {
  const chain = path.slice(1)
  const untrusted = untrustedReason(path, now)
  if (untrusted !== undefined) return { result: 'untrusted', reason: untrusted, chain }
  const unsupported = unsupportedReason(path)
  return unsupported === undefined
    ? { result: 'trusted', chain }
    : { result: 'unsupported', reason: unsupported, chain }
}

/** The same authority again, also with another certificate: a loop. */
function isIn(path: Path, issuer: X509Certificate): boolean {
  return path.some(({ sha256 }) => sha256 === issuer.sha256)
}
