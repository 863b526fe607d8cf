/** An answer in another media type, for a client that asks for one by Accept. It is made from the JSON answer. */
import 'reflect-metadata'
import { X509Certificate, X509Certificates } from '@peculiar/x509'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import { CertificateDetail } from '../../../src/shared/platform/schemas/certificates.ts'
import { Issued } from '../../../src/shared/platform/schemas/orders.ts'
import { acceptedQuality } from './accepted.ts'
import type { Answer } from './contract-check.ts'

interface Representation {
  readonly contentType: string
  readonly octets: (body: unknown) => Uint8Array
}

const representations: Readonly<Record<string, Representation>> = {
  'application/pkix-cert': {
    contentType: 'application/pkix-cert',
    octets: (body) => Buffer.from(CertificateDetail.pick({ certificate: true }).parse(body).certificate, 'base64'),
  },
  'application/pkcs7-mime': {
    contentType: 'application/pkcs7-mime; smime-type=certs-only',
    octets: (body) => certsOnly(Issued.parse(body)),
  },
}

/** True when the answer has been sent; JSON is the rule, also where a client likes both as much. */
export function sendAlternative(
  endpoint: Endpoint,
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { status, body }: Answer,
): boolean {
  const { alternatives } = endpoint.success
  if (alternatives === undefined || status !== endpoint.success.status) return false
  void reply.header('vary', 'accept')
  const quality = (type: string) => acceptedQuality(headers.accept, type)
  const wanted = alternatives.find((type) => quality(type) > quality('application/json'))
  const representation = wanted === undefined ? undefined : representations[wanted]
  if (representation === undefined) return false
  void reply
    .code(status)
    .type(representation.contentType)
    .send(Buffer.from(representation.octets(body)))
  return true
}

/**
 * Signed data of PKCS#7 without a signature (RFC 8551, 3.2.2): the signing certificate, the encryption certificate where
 * there is one, the chain. It cannot carry the wrapped key.
 */
function certsOnly({ signingCertificate, encryption, chain }: z.infer<typeof Issued>): Uint8Array {
  const others = encryption === undefined ? chain : [encryption.certificate, ...chain]
  const certificates = [signingCertificate, ...others].map((base64) => new X509Certificate(base64))
  return new Uint8Array(new X509Certificates(certificates).export('raw'))
}
