import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate, id_ce_keyUsage, KeyUsage, KeyUsageFlags } from '@peculiar/asn1-x509'

import type { KeyPresence } from '../../src/shared/token/messages.ts'
import type { SoftObject } from './soft-token-file.ts'

/** What can be told without login: private keys are not visible, and an unwrapped one has no public key beside it. */
export function toKeyPresence(objects: readonly SoftObject[], id: string, certificate: Uint8Array): KeyPresence {
  const keys = objects.filter((object) => object.kind === 'publicKey')
  if (keys.length === 0) return 'unknown'
  if (id !== '' && keys.some((key) => key.id === id)) return 'present'
  return isForEncryptionOnly(certificate) ? 'unknown' : 'missing'
}

const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation
const encryption = KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment | KeyUsageFlags.keyAgreement

function isForEncryptionOnly(certificate: Uint8Array): boolean {
  const usage = readKeyUsage(certificate)
  return (usage & encryption) !== 0 && (usage & signing) === 0
}

/** No flags for a certificate that does not limit what its key is for, and for what is no certificate. */
function readKeyUsage(certificate: Uint8Array): number {
  try {
    const { extensions } = AsnConvert.parse(certificate, Certificate).tbsCertificate
    const usage = extensions?.find(({ extnID }) => extnID === id_ce_keyUsage)
    return usage === undefined ? 0 : AsnConvert.parse(usage.extnValue.buffer, KeyUsage).toNumber()
  } catch {
    return 0
  }
}
