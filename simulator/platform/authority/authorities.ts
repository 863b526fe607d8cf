import type { PlatformState } from '../state/state.ts'
import type { CertificateAuthority } from './certificate-authority.ts'
import { newAuthorityState, openAuthority } from './certificate-authority.ts'
import type { KeyFamily } from './signing/key-family.ts'

export interface Authorities {
  readonly families: readonly KeyFamily[]
  /** @throws when this simulator was made without that family */
  readonly of: (family: KeyFamily) => CertificateAuthority
  readonly rootCertificates: () => readonly Uint8Array[]
  /** Of the authorities that sign, each under its root. */
  readonly issuingCertificates: () => readonly Uint8Array[]
}

/** Opens the authorities that the state holds, and makes those that are missing. */
export async function createAuthorities(
  state: PlatformState,
  families: readonly KeyFamily[],
  now: Date,
): Promise<Authorities> {
  const opened = new Map<KeyFamily, CertificateAuthority>()
  for (const family of families) {
    const kept = (state.authorities[family] ??= await newAuthorityState(family, now))
    opened.set(family, await openAuthority(family, kept))
  }
  return {
    families,
    of: (family) => {
      const authority = opened.get(family)
      if (authority === undefined) throw new Error(`this simulator has no ${family} authority`)
      return authority
    },
    rootCertificates: () => [...opened.values()].map(({ rootCertificate }) => rootCertificate),
    issuingCertificates: () => [...opened.values()].flatMap(({ chain }) => chain.slice(0, 1)),
  }
}
