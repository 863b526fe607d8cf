import type { Platform } from '../platform.ts'
import type { CertificateRecord } from '../state/state.ts'
import type { AuthorityLevel } from './certificate-authority.ts'
import type { Der } from './der.ts'
import type { KeyFamily } from './signing/key-family.ts'
import { familyOf } from './signing/key-family.ts'
import type { RevokedCertificate } from './signing/signer.ts'

const dayMs = 86_400_000
const validForMs = 7 * dayMs
/** A list that is still valid is replaced all the same after a day, or as soon as it no longer says everything. */
const freshForMs = dayMs

/** The current list of one authority; a new one, with the next number, when the last one has been overtaken. */
export async function currentRevocationList(
  platform: Platform,
  family: KeyFamily,
  level: AuthorityLevel,
): Promise<Der> {
  const { state, clock, authorities } = platform
  const authority = authorities.of(family)
  const now = clock.now()
  const entries = level === 'root' ? [] : revokedBy(state.certificates, family)
  const name = level === 'root' ? `${family}-root` : family
  const last = state.crls[name]
  const age = now - (last?.thisUpdate ?? 0)
  if (last?.entries === entries.length && age >= 0 && age < freshForMs) {
    return Uint8Array.from(Buffer.from(last.der, 'base64'))
  }
  const number = (last?.number ?? 0) + 1
  const [thisUpdate, nextUpdate] = [new Date(now), new Date(now + validForMs)]
  const der = await authority.revocationList({ level, number, thisUpdate, nextUpdate, entries })
  state.crls[name] = { number, thisUpdate: now, entries: entries.length, der: Buffer.from(der).toString('base64') }
  return der
}

/** Nothing that is revoked becomes valid again, so the number of entries says whether there are new ones. */
function revokedBy(certificates: readonly CertificateRecord[], family: KeyFamily): readonly RevokedCertificate[] {
  return certificates
    .filter(({ standing, keyAlgorithm }) => standing !== 'active' && familyOf(keyAlgorithm) === family)
    .map(revokedEntry)
}

/** A record from before there were lists does not know its moment; the start of the certificate is on the safe side. */
function revokedEntry({ serialNumber, notBefore, standing, revocation }: CertificateRecord): RevokedCertificate {
  const reason = standing === 'superseded' ? 'superseded' : 'cessationOfOperation'
  const { at, reason: known } = revocation ?? { at: notBefore, reason }
  return { serialNumber: serialNumber.toLowerCase(), revokedAt: new Date(at), reason: known }
}
