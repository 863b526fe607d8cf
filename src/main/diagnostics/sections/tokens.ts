import type { Certificate, Overview, Token } from '../../../shared/ipc/models.ts'
import { isKnownAs } from '../../../shared/is-known-as.ts'
import { maskedEnd, maskedName } from '../mask.ts'

/** The keys that are plugged in, with what is known of their certificates; whose they are is masked. */
export function describeTokens({ complete, readAt, modules, tokens, cards, bus }: Overview): unknown {
  return {
    complete,
    readAt,
    modules: modules.map(({ name, state, failure, quarantinedAt }) => ({ name, state, failure, quarantinedAt })),
    bus: bus === undefined ? undefined : { cause: bus.cause, vendor: bus.vendor, model: bus.model },
    tokens: tokens.map((token) => ({
      ...describeToken(token),
      certificates: cards
        .filter(({ tokenSerialNumber }) => isKnownAs(token, tokenSerialNumber))
        .flatMap(({ certificates }) => certificates.map(describeCertificate)),
    })),
  }
}

function describeToken({ serialNumber, label, model, pin }: Token): Record<string, unknown> {
  const { state, minLength, maxLength, securityOfficer, isKnown } = pin
  return {
    ...{ serialNumber: maskedEnd(serialNumber), label: maskedName(label), model },
    pin: { state, minLength, maxLength, securityOfficer, isKnown },
  }
}

function describeCertificate(certificate: Certificate): Record<string, unknown> {
  const { status, usage, algorithm, signatureAlgorithm, notBefore, notAfter, key, keyUsage, action } = certificate
  return {
    ...{ status, usage, algorithm, signatureAlgorithm, curve: certificate.curve, notBefore, notAfter, key, keyUsage },
    ...{ action, actionRefusal: certificate.actionRefusal?.code, isHistorical: certificate.isHistorical },
    holder: maskedName(certificate.holder),
    holderKind: certificate.holderKind,
    issuer: certificate.issuer,
    serialNumber: maskedEnd(certificate.serialNumber),
    publicKeySha256: certificate.publicKeySha256,
    trust: certificate.trust?.result,
    revocation: certificate.trust?.revocation.state,
  }
}
