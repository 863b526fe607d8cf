/** For tests: what PKCS#11 and SKF tell of keys. */
import { moduleWith, storedCertificate, tokenWith } from '../../certificates/testing/stored-certificate.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { writeElement, writeObjectIdentifier } from '../../x509/der.ts'
import { buildCertificate, keyUsage, publicKeyInfo, type Extension } from '../../x509/testing/built-certificate.ts'
import type { StoredCertificate, TokenSnapshot } from '../../../shared/token/messages.ts'
import type { ModuleState, ShownToken } from '../module-state.ts'

const isCa: Extension = ['2.5.29.19', Uint8Array.of(0x30, 3, 1, 1, 0xff)]
const uses = { signing: [keyUsage(0)], encryption: [keyUsage(2)], ca: [isCa] } as const
const keys = {
  rsa: (octet: number) =>
    publicKeyInfo(
      '1.2.840.113549.1.1.1',
      Uint8Array.of(5, 0),
      writeElement(0x30, writeElement(0x02, new Uint8Array(256).fill(octet | 0x80))),
    ),
  sm2: (octet: number) =>
    publicKeyInfo(
      '1.2.840.10045.2.1',
      writeObjectIdentifier('1.2.156.10197.1.301'),
      new Uint8Array(65).fill(octet).fill(4, 0, 1),
    ),
} as const

/** One for each number. */
export function certified(
  algorithm: keyof typeof keys,
  number: number,
  use: keyof typeof uses = 'signing',
  changes: Partial<StoredCertificate> = {},
): StoredCertificate {
  const fields = { serialNumber: Uint8Array.of(number), publicKey: keys[algorithm](number), extensions: uses[use] }
  return storedCertificate(buildCertificate(fields), { id: `0${number}`, ...changes })
}

export function publicKeyOf({ value }: StoredCertificate): string {
  return readCertificate(value).publicKey.sha256
}

export function told(certificates: readonly StoredCertificate[], changes: Partial<TokenSnapshot> = {}): ShownToken {
  return { ...tokenWith(certificates), ...changes }
}

export function byPkcs11(...tokens: readonly ShownToken[]): ModuleState {
  return moduleWith(tokens, { path: '/pkcs11.so', name: 'pkcs11.so' })
}

export function bySkf(...tokens: readonly ShownToken[]): ModuleState {
  return moduleWith(tokens, { path: '/skf.so', name: 'skf.so', interface: 'skf' })
}
