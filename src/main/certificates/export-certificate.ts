import { basename } from 'node:path'
import { assertNever } from '../../shared/assert-never.ts'
import { AppError } from '../app-error.ts'
import { fileNamePart } from '../files/file-name.ts'
import { writeSafely } from '../files/write-safely.ts'
import { writeCertificates } from '../signing/cms/write-signed-data.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { knownChain } from './known-chain.ts'
import { describeCertificate } from './describe-certificate.ts'
import type { FoundCertificate } from './find-certificate.ts'

export type ExportFormat = 'der' | 'pem' | 'p7b'

/** Asks where to save; nothing when the user cancels. */
export type ChooseSavePath = (suggestion: string) => Promise<string | undefined>

interface ExportParts {
  readonly chooseSavePath: ChooseSavePath
  /** Certificates among which the CAs above it are looked for (DER). */
  readonly authorities: () => readonly Uint8Array[]
}

/** Saves the certificate, never a key, as .cer, or with the CAs above it as .p7b. Code certificate.exportFailed. */
export async function exportCertificate(
  found: FoundCertificate,
  format: ExportFormat,
  { chooseSavePath, authorities }: ExportParts,
): Promise<{ readonly saved: boolean; readonly fileName?: string }> {
  const certificate = readExactCertificate(found.stored.value)
  if (certificate === undefined) throw new AppError('certificate.unreadable')
  const path = await chooseSavePath(suggestName(found, format))
  if (path === undefined) return { saved: false }
  try {
    await writeSafely(path, contentOf(certificate, format, authorities))
  } catch (cause) {
    throw new AppError('certificate.exportFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
}

function contentOf(
  certificate: X509Certificate,
  format: ExportFormat,
  authorities: ExportParts['authorities'],
): string | Uint8Array {
  switch (format) {
    case 'der':
      return certificate.der
    case 'pem':
      return toPem(certificate.der)
    case 'p7b':
      return writeCertificates(knownChain(certificate, authorities()))
    default:
      return assertNever(format)
  }
}

/** RFC 7468, 5. */
function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** Holder and serial number, without what file systems refuse; a name may have 200 characters, a file name may not. */
function suggestName({ stored, token }: FoundCertificate, format: ExportFormat): string {
  const { holder, serialNumber } = describeCertificate(stored, token, new Date())
  return `${[fileNamePart(holder), serialNumber.slice(-8)].filter((part) => part !== '').join('-')}.${format === 'p7b' ? 'p7b' : 'cer'}`
}
