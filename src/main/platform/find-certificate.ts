import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { PlatformCertificate } from '../renewal/ports.ts'
import type { PlatformCall } from './platform-call.ts'

type Listed = PlatformAnswer<'listCertificates'>['items'][number]

const pageSize = 100
/** More certificates than any account has; a platform that always has one more page would keep us for ever. */
const mostPages = 50

/**
 * The account's certificate with this public key: first among those with the serial number, then among all, since the
 * public key is its identity. Codes platform.certificateUnknown, platform.offContract (a list without an end).
 */
export async function findCertificate(
  call: PlatformCall,
  certificate: { readonly serialNumber: string; readonly publicKeySha256: string },
): Promise<PlatformCertificate> {
  const serialNumber = platformSerialNumber(certificate.serialNumber)
  const wanted = certificate.publicKeySha256.toLowerCase()
  const found =
    (serialNumber === undefined ? undefined : await searchPages(call, wanted, { serialNumber })) ??
    (await searchPages(call, wanted, {}))
  if (found === undefined) throw new AppError('platform.certificateUnknown', { details: { outcome: 'not-done' } })
  const { id, publicKeySha256, notAfter, renewable } = found
  return { id, publicKeySha256, notAfter, renewable }
}

/** The match that ends last: a key may have been certified more than once. */
async function searchPages(
  call: PlatformCall,
  publicKeySha256: string,
  query: { readonly serialNumber?: string },
): Promise<Listed | undefined> {
  let found: Listed | undefined
  let seen = 0
  for (let page = 1; page <= mostPages; page += 1) {
    const { items, total } = await call('listCertificates', { query: { ...query, page, pageSize } })
    found = items.findLast((item) => item.publicKeySha256 === publicKeySha256) ?? found
    seen += items.length
    if (seen >= total || items.length === 0) return found
  }
  throw new AppError('platform.offContract', { details: { outcome: 'not-done', paths: '/total' } })
}

/** Upper-case hex of even length without a sign octet, as the contract writes it; undefined when it cannot be one. */
function platformSerialNumber(serialNumber: string): string | undefined {
  const digits = serialNumber.replace(/[\s:]/g, '').toUpperCase()
  const even = digits.length % 2 === 0 ? digits : `0${digits}`
  const unsigned = even.replace(/^(?:00)+(?=..)/, '')
  return /^[0-9A-F]{2,40}$/.test(unsigned) ? unsigned : undefined
}
