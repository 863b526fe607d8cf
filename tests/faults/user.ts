import type { Renewal } from '../../src/shared/ipc/models.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import { isFinished } from '../../src/shared/renewal-steps.ts'
import type { AppUnderTest } from '../support/app-under-test.ts'
import { deskAccount, deskPin } from '../support/desk.ts'

/** Somebody in front of the program, who does what it says next, and goes home when it says that something is wrong. */
export interface User {
  readonly app: AppUnderTest
  readonly code: () => string
  readonly smsRequested: () => void
}

/** How far a renewal came, and what stopped it, if anything did. */
export interface Outcome {
  readonly renewal?: Renewal
  readonly stopped?: string
}

/** More steps than a renewal has. */
const longestWay = 20

/** Goes on with the renewal that is under way, or begins one with the nth certificate that can be renewed. */
export async function renewAsUser(user: User, which = 0): Promise<Outcome> {
  await user.app.call('account:login', deskAccount)
  return goOn(user, await findOrBegin(user, which))
}

/** Begins a renewal with the first certificate that can be renewed, whatever became of earlier ones. */
export async function renewAnew(user: User): Promise<Outcome> {
  const { app } = user
  await app.call('account:login', deskAccount)
  const { cards } = await app.overview(({ complete }) => complete)
  const chosen = cards.flatMap((card) => card.certificates).find(({ action }) => action !== 'none')
  if (chosen === undefined) return { stopped: 'certificate.notFound' }
  return goOn(user, await app.call('renewal:start', { certificateId: chosen.id }))
}

async function goOn(user: User, begun: Result<Renewal>): Promise<Outcome> {
  let found = begun
  for (let steps = 0; steps < longestWay; steps += 1) {
    if (!found.ok) return { stopped: found.failure.code }
    if (isFinished(found.value.state)) return { renewal: found.value }
    found = await nextStep(user, found.value)
  }
  return { stopped: 'does not get on' }
}

async function findOrBegin({ app }: User, which: number): Promise<Result<Renewal>> {
  const { cards } = await app.overview(({ complete }) => complete)
  const certificates = cards.flatMap((card) => card.certificates).filter(({ action }) => action !== 'none')
  const certificateId = certificates[which]?.id
  const listed = await app.value('renewal:list', {})
  const serial = certificates[which]?.serialNumber
  const active = listed.find((one) => !isFinished(one.state) && (which === 0 || one.old.serialNumber === serial))
  if (active !== undefined) return { ok: true, value: active }
  const finished = listed.at(-1)
  if (finished !== undefined && which === 0) return { ok: true, value: finished }
  if (certificateId === undefined) return { ok: false, failure: { code: 'certificate.notFound' } }
  return app.call('renewal:start', { certificateId })
}

async function nextStep(user: User, { id: renewalId, state, needsPin }: Renewal): Promise<Result<Renewal>> {
  const { app } = user
  if (state === 'started' || state === 'order') return verifyPhone(user, renewalId)
  if (state === 'verified' || state === 'key-intended')
    return app.call('renewal:initialise', { renewalId, pin: deskPin })
  return app.call('renewal:execute', { renewalId, ...(needsPin ? { pin: deskPin } : {}) })
}

async function verifyPhone({ app, code, smsRequested }: User, renewalId: string): Promise<Result<Renewal>> {
  smsRequested()
  const asked = await app.call('renewal:request-sms', { renewalId })
  if (!asked.ok || asked.value.state !== 'order') return asked
  return app.call('renewal:verify-sms', { renewalId, code: code() })
}

/** Gives up the renewal that is under way. */
export async function giveUpAsUser({ app }: User): Promise<Outcome> {
  await app.overview(({ complete }) => complete)
  await app.call('account:login', deskAccount)
  const active = (await app.value('renewal:list', {})).find(({ state }) => !isFinished(state))
  if (active === undefined) return { stopped: 'nothing to give up' }
  const result = await app.call('renewal:abandon', { renewalId: active.id, pin: deskPin })
  return result.ok ? { renewal: result.value } : { stopped: result.failure.code }
}
