import type { TrustedAuthority } from '../../shared/ipc/models-trust.ts'
import { AppError } from '../app-error.ts'
import { algorithmName } from '../certificates/algorithm.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { invalid, readAuthorityFile } from './authority-file.ts'
import { authorityName } from './describe-trust.ts'
import { trustedSet, type Anchor } from './trusted-set.ts'
import { readSmallFile } from '../files/read-small-file.ts'

/** The authorities that are trusted, and what the user can change about them. */
export interface Anchors {
  readonly list: () => readonly Anchor[]
  /** Authorities that are known and not trusted by themselves: they only link a chain. */
  readonly links: () => readonly X509Certificate[]
  /** Asks for a file; nothing changes when the user cancels. Codes trust.authorityInvalid, settings.saveFailed, demo.fixed. */
  readonly add: () => Promise<void>
  /** Only what the user has added; anything else stays. Codes settings.saveFailed, settings.managed, demo.fixed. */
  readonly remove: (sha256: string) => Promise<void>
}

interface AnchorParts {
  readonly store: SettingsStore
  /** Asks for the file of a certificate; nothing when the user cancels. */
  readonly chooseFile: () => Promise<string | undefined>
  readonly now: () => Date
}

/** Those of the program and those of the user. */
export function createAnchors({ store, chooseFile, now }: AnchorParts): Anchors {
  const own = trustedSet()
  // Asked for at every glance at every certificate, and changed now and then.
  const read = new Map<string, readonly Anchor[]>()
  const isManaged = (base64: string) => store.read().managed?.values.trustedAuthorities?.includes(base64) === true
  const anchorOf = (base64: string): readonly Anchor[] => {
    const anchor = read.get(base64) ?? addedAnchor(base64, isManaged(base64) ? 'administrator' : 'user')
    read.set(base64, anchor)
    return anchor
  }
  const added = () => store.read().trustedAuthorities ?? []
  const list = () => [...own, ...added().flatMap(anchorOf)]
  return {
    list,
    links: () => [],
    add: async () => {
      const path = await chooseFile()
      if (path === undefined) return
      const { der, sha256 } = readAuthorityFile(await readSmallFile(path, 'trust.authorityInvalid'), now())
      if (list().some(({ certificate }) => certificate.sha256 === sha256)) throw invalid('known')
      const base64 = Buffer.from(der).toString('base64')
      await store.change(({ trustedAuthorities = [] }) => ({ trustedAuthorities: [...trustedAuthorities, base64] }))
    },
    remove: async (sha256) => {
      const isKept = (base64: string) => readBase64(base64)?.sha256 !== sha256
      await store.change(({ trustedAuthorities = [] }) => ({ trustedAuthorities: trustedAuthorities.filter(isKept) }))
    },
  }
}

interface DemoAuthorities {
  /** DER. */
  readonly rootCertificates: readonly Uint8Array[]
  readonly issuingCertificates: readonly Uint8Array[]
}

/** The demonstration trusts its own authority and no other: it must not be taken for the real thing. */
export function demoAnchors(current: () => DemoAuthorities | undefined): Anchors {
  const refuse = () => Promise.reject(new AppError('demo.fixed'))
  const list = () =>
    certificatesIn(current()?.rootCertificates).map((certificate): Anchor => ({ certificate, chosenBy: 'demo' }))
  const links = () => certificatesIn(current()?.issuingCertificates)
  return { list, links, add: refuse, remove: refuse }
}

export function describeAnchor({ certificate, chosenBy, source }: Anchor): TrustedAuthority {
  const { sha256, subject, publicKey, notBefore, notAfter } = certificate
  return {
    sha256,
    name: authorityName(certificate),
    subject: subject.fields.map(({ name, value }) => `${name}=${value}`).join(', '),
    algorithm: algorithmName(publicKey),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    chosenBy,
    ...(source === undefined ? {} : { source }),
  }
}

function certificatesIn(ders: readonly Uint8Array[] = []): readonly X509Certificate[] {
  return ders.flatMap((der) => readExactCertificate(der) ?? [])
}

function readBase64(base64: string) {
  return readExactCertificate(Buffer.from(base64, 'base64'))
}

/** What was changed in the settings file by hand and is no certificate any more trusts nobody. */
function addedAnchor(base64: string, chosenBy: 'administrator' | 'user'): readonly Anchor[] {
  const certificate = readBase64(base64)
  return certificate === undefined ? [] : [{ certificate, chosenBy }]
}
