import { basename } from 'node:path'
import { AppError } from '../app-error.ts'
import { fileNamePart } from '../files/file-name.ts'
import { writeSafely } from '../files/write-safely.ts'
import { readExactCertificate } from '../x509/certificate.ts'
import { describeCertificate } from './describe-certificate.ts'
import type { FoundCertificate } from './find-certificate.ts'

export type ExportFormat = 'der' | 'pem'

/** Asks where to save; nothing when the user cancels. */
export type ChooseSavePath = (suggestion: string) => Promise<string | undefined>

/** Saves the certificate, never a key, as .cer. Code certificate.exportFailed. */
export async function exportCertificate(
  found: FoundCertificate,
  format: ExportFormat,
  chooseSavePath: ChooseSavePath,
): Promise<{ readonly saved: boolean; readonly fileName?: string }> {
  const certificate = readExactCertificate(found.stored.value)
  if (certificate === undefined) throw new AppError('certificate.unreadable')
  const path = await chooseSavePath(suggestName(found))
  if (path === undefined) return { saved: false }
  try {
    await writeSafely(path, format === 'der' ? certificate.der : toPem(certificate.der))
  } catch (cause) {
    throw new AppError('certificate.exportFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
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
function suggestName({ stored, token }: FoundCertificate): string {
  const { holder, serialNumber } = describeCertificate(stored, token.serialNumber, new Date())
  return `${[fileNamePart(holder), serialNumber.slice(-8)].filter((part) => part !== '').join('-')}.cer`
}
