/** The seals of an account: the wire's words become the page's, and every echo is checked. */
import type { SealCertificate, SealModel } from '../../shared/ipc/models-seals.ts'
import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError, hasCode } from '../app-error.ts'
import type { Listed, SealPlatform } from '../seals/ports.ts'
import { plainText } from './plain-text.ts'
import type { PlatformCall } from './platform-call.ts'

type WireSeal = PlatformAnswer<'getSeal'>
type WireCertificate = PlatformAnswer<'listCertificates'>['items'][number]

const pageSize = 20
const certificatesPerPage = 100
const mostPages = 10

export function createSealAdapter(call: PlatformCall): SealPlatform {
  return {
    list: (query) => permitted(() => list(call, query)),
    certificates: () => permitted(() => usableCertificates(call)),
    create: (registration, key) =>
      permitted(async () => {
        const seal = await call('createSeal', { body: registration }, { key }).catch(forNewCertificates)
        return toSeal(sameWords(registration, seal))
      }),
    read: async (sealId) => toSeal(sameSeal(sealId, await call('getSeal', { params: { sealId } }), 'not-done')),
    putImage: (sealId, png) =>
      permitted(async () =>
        toSeal(sameSeal(sealId, await call('putSealImage', { params: { sealId }, upload: png }), 'unknown')),
      ),
    image: async (sealId) => call('getSealImage', { params: { sealId } }),
    remove: async (sealId) => {
      await permitted(() => call('deleteSeal', { params: { sealId } }))
    },
  }
}

/** To work with seals an account needs a right of its own: “没有分配印章权限”. */
async function permitted<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!hasCode(error, 'platform.forbidden')) throw error
    throw withCode('seal.notPermitted', error)
  }
}

/** “证书未生效或者用户不存在”: after a renewal the platform's seals know the certificate about a working day later. */
function forNewCertificates(error: unknown): never {
  throw hasCode(error, 'platform.certificateUnknown') ? withCode('seal.certificateNotYet', error) : error
}

function withCode(code: 'seal.notPermitted' | 'seal.certificateNotYet', cause: unknown): AppError {
  return new AppError(code, { details: cause instanceof AppError ? cause.failure.details : undefined, cause })
}

async function list(
  call: PlatformCall,
  { search, ...query }: Parameters<SealPlatform['list']>[0],
): Promise<Listed<SealModel>> {
  const words = search === undefined || search === '' ? {} : { search }
  const answer = await call('listSeals', { query: { ...query, ...words, pageSize } })
  // Another page than the one that was asked for would be shown under the wrong number.
  if (answer.page !== query.page) throw offContract('/page', 'not-done')
  return { items: answer.items.map(toSeal), page: answer.page, pageSize: answer.pageSize, total: answer.total }
}

async function usableCertificates(call: PlatformCall): Promise<readonly SealCertificate[]> {
  const found: SealCertificate[] = []
  let seen = 0
  for (let page = 1; page <= mostPages; page += 1) {
    const { items, total } = await call('listCertificates', { query: { page, pageSize: certificatesPerPage } })
    found.push(...items.filter(isUsable).map(toCertificate))
    seen += items.length
    if (seen >= total || items.length === 0) break
  }
  return found
}

function isUsable({ usage, status }: WireCertificate): boolean {
  return usage === 'signing' && (status === 'valid' || status === 'expiring')
}

function toCertificate(wire: WireCertificate): SealCertificate {
  const { id, serialNumber, publicKeySha256, holderKind, organisation, cardNumber } = wire
  return {
    ...{ id, serialNumber, publicKeySha256, holderKind },
    commonName: plainText(wire.commonName),
    ...words('organisation', organisation),
    ...words('cardNumber', cardNumber),
    notAfter: utc(wire.notAfter),
  }
}

function toSeal(wire: WireSeal): SealModel {
  const { id, type, state, certificateId, imageSha256 } = wire
  return {
    ...{ id, type, state, createdAt: utc(wire.createdAt), name: plainText(wire.name) },
    ...(certificateId === undefined ? {} : { certificateId }),
    ...words('cardNumber', wire.cardNumber),
    ...words('organisation', wire.organisation),
    ...words('department', wire.department),
    ...words('applicant', wire.applicant),
    ...words('rejection', wire.rejection),
    ...(imageSha256 === undefined ? {} : { imageSha256 }),
  }
}

/** Plain text, unless there is none. */
function words<K extends string>(name: K, text: string | null | undefined): Partial<Readonly<Record<K, string>>> {
  const plain = plainText(text ?? '')
  // A computed name widens to string.
  return plain === '' ? {} : ({ [name]: plain } as Partial<Record<K, string>>)
}

/** An answer about another seal would show its picture, or its state, under this one's name. */
function sameSeal(sealId: string, seal: WireSeal, outcome: 'not-done' | 'unknown'): WireSeal {
  if (seal.id !== sealId) throw offContract('/id', outcome)
  return seal
}

function sameWords(wanted: Parameters<SealPlatform['create']>[0], seal: WireSeal): WireSeal {
  if (seal.type !== wanted.type) throw offContract('/type', 'unknown')
  if (seal.certificateId !== undefined && seal.certificateId !== wanted.certificateId) {
    throw offContract('/certificateId', 'unknown')
  }
  return seal
}

function offContract(paths: string, outcome: 'not-done' | 'unknown'): AppError {
  return new AppError('platform.offContract', { details: { outcome, paths } })
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
