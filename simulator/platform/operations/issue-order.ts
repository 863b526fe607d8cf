import 'reflect-metadata'
import { Pkcs10CertificateRequest, X509Certificate } from '@peculiar/x509'
import type { LeafRequest } from '../authority/certificate-authority.ts'
import { renewedNotAfter } from '../authority/renewal-period.ts'
import { familyOf } from '../authority/signing/key-family.ts'
import type { Platform } from '../platform.ts'
import type { OrderRecord } from '../state/state.ts'
import { faultyCertificate } from './faulty-certificate.ts'
import { issueEncryption } from './issue-encryption.ts'
import { enter, orderedCertificate } from './order-life.ts'

const renewedMonths = 12
/** A clock that runs behind must not see the new certificate as not yet valid. */
const backdatedMs = 5 * 60_000

/** Issues the certificate for the request that the order holds; the order is then `issued`. */
export async function issueOrder(platform: Platform, order: OrderRecord): Promise<void> {
  const { state, clock, faults, authorities } = platform
  const now = clock.now()
  const old = orderedCertificate(state, order)
  const family = familyOf(old.keyAlgorithm)
  if (order.csr === null) throw new Error(`order ${order.id} cannot be issued`)
  const authority = authorities.of(family)
  const regular = {
    subject: new X509Certificate(old.der).subjectName,
    publicKey: new Uint8Array(new Pkcs10CertificateRequest(order.csr).publicKey.rawData),
    notBefore: new Date(now - backdatedMs),
    notAfter: renewedNotAfter({
      oldNotAfter: new Date(old.notAfter),
      now: new Date(now),
      months: renewedMonths,
      limit: authority.notAfter,
    }),
    usage: old.usage,
    creditCode: old.creditCode,
    personalId: old.personalId,
  }
  const fault = faults.takeSigning()
  const { certificate, delivered } =
    fault === undefined
      ? await authority.issue(regular).then((der) => ({ certificate: der, delivered: der }))
      : await faultyCertificate(fault, { authority, family, regular, old, now })
  order.issued = {
    certificate: Buffer.from(certificate).toString('base64'),
    delivered: Buffer.from(delivered).toString('base64'),
    ...(await orderedEncryption(platform, order, regular)),
  }
  state.counts.certificatesIssued += 1
  if (order.issued.encryption !== undefined) state.counts.encryptionCertificatesIssued += 1
  enter(order, 'issued', now)
}

/** Nothing when there is no encryption certificate to follow, or the client cannot take a new key. */
async function orderedEncryption(platform: Platform, order: OrderRecord, signing: LeafRequest) {
  const { encryptionCertificateId, wrapping } = order
  const old = platform.state.certificates.find(({ id }) => id === encryptionCertificateId)
  if (old === undefined || wrapping === undefined) return {}
  return { encryption: await issueEncryption(platform, { old, signing, wrapping, now: platform.clock.now() }) }
}
