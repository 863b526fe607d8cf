import type { EnrolledHolder, Enrolment } from '../../src/shared/demo/simulator-messages.ts'
import { familyOf } from './authority/certificate-authority.ts'
import { certificateRecord } from './authority/certificate-record.ts'
import { keyAlgorithmOf } from './authority/public-key.ts'
import { issueSm2Certificate, newSm2AuthorityState, newSm2PublicKey } from './authority/sm2-authority.ts'
import { subjectName } from './authority/subject.ts'
import type { Platform } from './platform.ts'

/** The certificate (DER) for a key that exists already, with dates as one likes; it joins the account's list. */
export async function enrol({ state, authorities }: Platform, enrolment: Enrolment): Promise<Uint8Array> {
  const publicKey = Uint8Array.from(enrolment.publicKey)
  const algorithm = keyAlgorithmOf(publicKey)
  const family = algorithm === undefined ? undefined : familyOf(algorithm)
  if (family === undefined) throw new Error('only RSA-2048, RSA-3072 and P-256 keys can be enrolled')
  const owner = ownerOf({ state }, enrolment)
  const der = await authorities.of(family).issue({ ...leafOf(enrolment), publicKey })
  const record = certificateRecord(der, owner)
  state.certificates.push(record)
  if (!state.keysSeen.includes(record.publicKeySha256)) state.keysSeen.push(record.publicKeySha256)
  return der
}

/** An SM2 certificate (DER) with the certificate of its issuer; nobody has its private key. */
export function enrolSm2(
  { state, clock }: Platform,
  holder: EnrolledHolder,
): { readonly certificate: Uint8Array; readonly issuerCertificate: Uint8Array } {
  const owner = ownerOf({ state }, holder)
  const authority = (state.sm2Authority ??= newSm2AuthorityState(new Date(clock.now())))
  const certificate = issueSm2Certificate(authority, { ...leafOf(holder), publicKey: newSm2PublicKey() })
  state.certificates.push(certificateRecord(certificate, owner))
  return { certificate, issuerCertificate: Uint8Array.from(Buffer.from(authority.certificate, 'base64')) }
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
