import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'
import type { KeyWrapping } from '../../../src/shared/platform/schemas/orders.ts'
import type { LeafRequest } from '../authority/certificate-authority.ts'
import { publicKeySha256 } from '../authority/public-key.ts'
import { familyOf } from '../authority/signing/key-family.ts'
import type { EncryptionFaultKind, SigningFaultKind } from '../faults.ts'
import type { WrappedKey } from '../kmc/wrapped-key.ts'
import { makeWrappedKey } from '../kmc/wrapped-key.ts'
import type { Platform } from '../platform.ts'
import type { CertificateRecord, IssuedEncryption } from '../state/state.ts'
import { faultyCertificate } from './faulty-certificate.ts'

interface Wanted {
  /** The encryption certificate that the new one follows. */
  readonly old: CertificateRecord
  /** The new signing certificate, whose key the encryption key is wrapped for. */
  readonly signing: LeafRequest
  readonly wrapping: KeyWrapping
  readonly now: number
}

/** A new encryption pair from the key management centre, certified by the same authority as the signing key. */
export async function issueEncryption(platform: Platform, wanted: Wanted): Promise<IssuedEncryption> {
  const { old, signing, wrapping, now } = wanted
  const family = familyOf(old.keyAlgorithm)
  const authority = platform.authorities.of(family)
  const wrapped = await makeWrappedKey(signing.publicKey, wrapping)
  const { publicKey } = wrapped
  const subject = new X509Certificate(old.der).subjectName
  const regular: LeafRequest = { ...signing, subject, publicKey, usage: 'encryption' }
  const fault = platform.faults.takeEncryption()
  const ofCertificate = fault === undefined ? undefined : certificateFaults[fault]
  const { certificate, delivered } =
    ofCertificate === undefined
      ? await authority.issue(regular).then((der) => ({ certificate: der, delivered: der }))
      : await faultyCertificate(ofCertificate, { authority, family, regular, old, now })
  platform.state.keysSeen.push(publicKeySha256(publicKey))
  return { certificate: base64(certificate), delivered: base64(delivered), ...deliveredKey(wrapped, wrapping, fault) }
}

/** What is wrong with the certificate itself; the other faults are of its wrapped key. */
const certificateFaults: Readonly<Partial<Record<EncryptionFaultKind, SigningFaultKind>>> = {
  'encryption-other-key': 'other-key',
  'encryption-other-subject': 'other-subject',
  'encryption-expired': 'expired',
  'encryption-untrusted': 'untrusted',
  'encryption-wrong-usage': 'wrong-usage',
  'encryption-is-ca': 'is-ca',
  'encryption-garbage': 'garbage',
}

/** A structure that PKCS#11 and SKF know no way to open. */
const unknownWrapping = 'cms-enveloped-data'

/** As the client gets it, in base64. */
function deliveredKey(wrapped: WrappedKey, wrapping: KeyWrapping, fault: EncryptionFaultKind | undefined) {
  if (fault === 'encryption-unknown-wrapping') {
    const [encryptedKey, encryptedPrivateKey] = [base64(randomBytes(113)), base64(randomBytes(1232))]
    return { wrapping: unknownWrapping, encryptedKey, encryptedPrivateKey }
  }
  const isDamaged = fault === 'encryption-damaged-key'
  if ('envelopedKey' in wrapped) {
    const { envelopedKey } = wrapped
    // Inside the encrypted private key, which stands at the end: the structure stays whole, and only the token can notice.
    return { wrapping, envelopedKey: base64(isDamaged ? damaged(envelopedKey, envelopedKey.length - 1) : envelopedKey) }
  }
  const { encryptedKey, encryptedPrivateKey } = wrapped
  // The check value of RFC 5649 covers every octet.
  const privateKey = isDamaged ? damaged(encryptedPrivateKey, encryptedPrivateKey.length >> 1) : encryptedPrivateKey
  return { wrapping, encryptedKey: base64(encryptedKey), encryptedPrivateKey: base64(privateKey) }
}

/** One bit of this octet. */
function damaged(octets: Buffer, at: number): Buffer {
  const copy = Buffer.from(octets)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64')
}
