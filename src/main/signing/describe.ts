import type { Output } from '../../shared/ipc/contract.ts'
import type { SignerModel } from '../../shared/ipc/models-signing.ts'
import { algorithmName } from '../certificates/algorithm.ts'
import { holderOf, personalIdOf } from '../certificates/holder.ts'
import { maskPersonalIds } from '../certificates/personal-id.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { fieldOf } from '../x509/name.ts'
import { usageOf } from '../x509/usage.ts'
import type { CheckedSigner } from './cms/verify-signer.ts'
import type { IssuerTrust } from './ports.ts'
import type { Proof } from './prove-certificate.ts'

export function describeProof({ certificate, ...proof }: Proof, now: Date): Output<'signing:prove'> {
  return {
    ...proof,
    certificate: describeSignerCertificate(certificate),
    at: now.toISOString(),
    period: periodOf(certificate, now),
  }
}

/** @param now stands in for the signing time where none is claimed */
export function describeSigner(signer: CheckedSigner, trust: IssuerTrust, now: Date): SignerModel {
  const { outcome, algorithm, isWeak, certificate, signingTime } = signer
  // A time that is not covered by a right signature is not even a claim.
  const claimed = outcome === 'intact' || outcome === 'content-changed' ? signingTime : undefined
  return {
    ...{ outcome, algorithm, isWeak, trust },
    ...(claimed === undefined ? {} : { claimedAt: claimed.toISOString() }),
    ...(certificate === undefined
      ? {}
      : {
          certificate: describeSignerCertificate(certificate),
          period: periodOf(certificate, claimed ?? now),
          maySign: usageOf(certificate.extensions.keyUsage) !== 'encryption' && !certificate.extensions.isCa,
        }),
  }
}

function describeSignerCertificate(certificate: X509Certificate): Output<'signing:prove'>['certificate'] {
  const { issuer, serialNumber, publicKey, notBefore, notAfter } = certificate
  const issuerName = fieldOf(issuer, 'CN') ?? fieldOf(issuer, 'O') ?? ''
  return {
    holder: holderOf(certificate).name,
    issuer: maskPersonalIds(issuerName, personalIdOf(certificate)),
    serialNumber,
    algorithm: algorithmName(publicKey),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  }
}

function periodOf({ notBefore, notAfter }: X509Certificate, at: Date): 'within' | 'before' | 'after' {
  if (at < notBefore) return 'before'
  return at > notAfter ? 'after' : 'within'
}
