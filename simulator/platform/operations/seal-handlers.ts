import { randomBytes } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { Account, PlatformState, SealRecord } from '../state/state.ts'
import { findCertificate } from './certificate-handlers.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'
import { isFound, newestFirst, pageOf } from './page.ts'
import { assertSealImage, imageSha256 } from './seal-image.ts'

export function listSeals({ state }: Platform, { account, query }: Call<'listSeals'>): PlatformAnswer<'listSeals'> {
  const found = newestFirst(state.seals)
    .filter(({ accountId }) => accountId === account.id)
    .map((seal) => sealView(state, seal))
    .filter(
      (seal) =>
        (query.type === undefined || seal.type === query.type) &&
        (query.state === undefined || seal.state === query.state) &&
        (query.cardNumber === undefined || seal.cardNumber === query.cardNumber) &&
        isFound(query.search, [seal.name, seal.organisation, seal.applicant]),
    )
  return pageOf(found, query, (seal) => seal)
}

export function createSeal(
  { state, clock }: Platform,
  { account, body }: Call<'createSeal'>,
): PlatformAnswer<'createSeal'> {
  const { id: certificateId, usage, standing } = findCertificate(state, account, body.certificateId)
  if (usage !== 'signing') throw new Refusal('certificate.not-found', { detail: '印章只能绑定签名证书' })
  // One that was superseded is revoked as well.
  if (standing !== 'active') throw new Refusal('certificate.revoked')
  const seal: SealRecord = {
    ...body,
    id: `seal-${randomBytes(9).toString('hex')}`,
    accountId: account.id,
    certificateId,
    state: 'draft',
    createdAt: clock.now(),
  }
  state.seals.push(seal)
  return sealView(state, seal)
}

export function getSeal({ state }: Platform, { account, params }: Call<'getSeal'>): PlatformAnswer<'getSeal'> {
  return sealView(state, findSeal(state, account, params.sealId))
}

export function putSealImage(
  { state }: Platform,
  { account, params, upload }: Call<'putSealImage'>,
): PlatformAnswer<'putSealImage'> {
  const seal = findSeal(state, account, params.sealId)
  const image = Buffer.from(upload).toString('base64')
  if (isOpen(seal)) {
    assertSealImage(upload)
    seal.image = image
    seal.state = 'in-review'
    delete seal.rejection
  } else if (seal.image !== image) {
    // The same picture once more is the answer that was lost, not another upload.
    throw new Refusal('seal.wrong-state', { detail: `state: ${seal.state}` })
  }
  return sealView(state, seal)
}

export function getSealImage(
  { state }: Platform,
  { account, params }: Call<'getSealImage'>,
): PlatformAnswer<'getSealImage'> {
  const { image } = findSeal(state, account, params.sealId)
  if (image === undefined) throw new Refusal('seal.not-found', { detail: '还没有图片' })
  return Buffer.from(image, 'base64')
}

/** What is not there is deleted: that makes a lost answer harmless. */
export function deleteSeal({ state }: Platform, { account, params }: Call<'deleteSeal'>): undefined {
  const seal = state.seals.find(({ id, accountId }) => id === params.sealId && accountId === account.id)
  if (seal === undefined) return
  if (!isOpen(seal)) throw new Refusal('seal.wrong-state', { detail: `state: ${seal.state}` })
  state.seals = state.seals.filter((other) => other !== seal)
}

const isOpen = ({ state }: SealRecord): boolean => state === 'draft' || state === 'rejected'

/** Another account's seal does not exist for the caller. Errors: seal.not-found. */
function findSeal(state: PlatformState, account: Account, sealId: string): SealRecord {
  const seal = state.seals.find(({ id, accountId }) => id === sealId && accountId === account.id)
  if (seal === undefined) throw new Refusal('seal.not-found')
  return seal
}

function sealView({ certificates }: PlatformState, seal: SealRecord): PlatformAnswer<'getSeal'> {
  const { id, type, name, certificateId, department, applicant, state, rejection, createdAt, image } = seal
  const certificate = certificates.find((candidate) => candidate.id === certificateId)
  return {
    ...{ id, type, name, certificateId, department, applicant, state, rejection },
    cardNumber: certificate?.cardNumber ?? null,
    organisation: certificate?.organisation ?? null,
    createdAt: instant(createdAt),
    ...(image === undefined ? {} : { imageSha256: imageSha256(image) }),
  }
}
