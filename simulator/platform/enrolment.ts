import type { EnrolledHolder, Enrolment } from '../../src/shared/demo/simulator-messages.ts'
import { certificateRecord } from './authority/certificate-record.ts'
import { keyAlgorithmOf } from './authority/public-key.ts'
import { familyOf } from './authority/signing/key-family.ts'
import { newSm2Keys } from './authority/signing/sm2-signature.ts'
import { subjectName } from './authority/subject.ts'
import type { Platform } from './platform.ts'
import type { CertificateRecord } from './state/state.ts'

interface Sm2Enrolment {
  readonly certificate: Uint8Array
  readonly issuerCertificate: Uint8Array
}

/** The certificate (DER) for a key that exists already, with dates as one likes; it joins the account's list. */
export async function enrol(platform: Platform, enrolment: Enrolment): Promise<Uint8Array> {
  const record = await enrolKey(platform, enrolment)
  return octets(record.der)
}

/** An SM2 certificate (DER) with the certificate of its issuer; nobody has its private key. */
export async function enrolSm2(platform: Platform, holder: EnrolledHolder): Promise<Sm2Enrolment> {
  const record = await enrolKey(platform, { ...holder, publicKey: newSm2Keys().publicKey })
  record.keyDestroyed = true
  const [issuing] = platform.authorities.of('sm2').chain
  if (issuing === undefined) throw new Error('the SM2 authority has no certificate')
  return { certificate: octets(record.der), issuerCertificate: issuing }
}

async function enrolKey({ state, authorities }: Platform, enrolment: Enrolment): Promise<CertificateRecord> {
  const publicKey = Uint8Array.from(enrolment.publicKey)
  const algorithm = keyAlgorithmOf(publicKey)
  if (algorithm === undefined) throw new Error('only RSA-2048, RSA-3072, P-256 and SM2 keys can be enrolled')
  const owner = ownerOf({ state }, enrolment)
  const der = await authorities.of(familyOf(algorithm)).issue({ ...leafOf(enrolment), publicKey })
  const record = certificateRecord(der, owner)
  state.certificates.push(record)
  if (!state.keysSeen.includes(record.publicKeySha256)) state.keysSeen.push(record.publicKeySha256)
  return record
}

function octets(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}

function leafOf(holder: EnrolledHolder) {
  return {
    subject: subjectName(holder.subject),
    notBefore: new Date(holder.notBefore),
    notAfter: new Date(holder.notAfter),
    usage: holder.usage,
    creditCode: holder.creditCode ?? null,
    personalId: holder.personalId ?? null,
  }
}

function ownerOf({ state }: Pick<Platform, 'state'>, holder: EnrolledHolder) {
  const account = state.accounts.find(({ name }) => name === holder.account)
  if (account === undefined) throw new Error(`there is no account ${holder.account}`)
  return {
    accountId: account.id,
    applicationType: holder.applicationType ?? '公共资源交易',
    holderKind: holder.holderKind,
    zone: holder.zone ?? ('public' as const),
    cardNumber: holder.cardNumber ?? null,
    creditCode: holder.creditCode ?? null,
    personalId: holder.personalId ?? null,
    usage: holder.usage,
  }
}
