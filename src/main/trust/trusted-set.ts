import * as z from 'zod'
import file from '../../../resources/trusted-cas/index.json' with { type: 'json' }
import { certificateInFile } from '../x509/certificate-file.ts'
import type { X509Certificate } from '../x509/certificate.ts'

/** An authority that is trusted, and why. */
export interface Anchor {
  readonly certificate: X509Certificate
  readonly chosenBy: 'program' | 'administrator' | 'user' | 'demo'
  readonly source?: string
}

const TrustedCas = z.object({
  authorities: z.array(
    z.object({
      name: z.string(),
      /** Hex, of the certificate: what it has to be, whatever stands in `pem`. */
      sha256: z.string(),
      source: z.string(),
      usage: z.string(),
      pem: z.array(z.string()),
    }),
  ),
})

/** The authorities that come with the program (resources/trusted-cas). @throws when the file is not what it should be */
export function trustedSet(): readonly Anchor[] {
  return TrustedCas.parse(file).authorities.map(({ name, sha256, source, pem }) => {
    const certificate = certificateInFile(Buffer.from(pem.join('\n')))
    if (certificate === undefined || certificate === 'several' || certificate.sha256 !== sha256) {
      throw new Error(`resources/trusted-cas: ${name} is not the certificate with its fingerprint`)
    }
    return { certificate, chosenBy: 'program', source }
  })
}
