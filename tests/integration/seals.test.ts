/** 电子印章 through the real client, the disk and the simulator: one seal for one wish, whatever is lost on the way. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sealPicture } from '../../simulator/platform/testing/pictures.ts'
import { createPlatformSimulator, type PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { createAfterRenewal } from '../../src/main/after-renewal/after-renewal.ts'
import { createPlatformClock } from '../../src/main/platform/platform-clock.ts'
import { createPlatform, type PlatformConnection } from '../../src/main/platform/platform.ts'
import { openSeals } from '../../src/main/seals/open-seals.ts'
import type { SealCases } from '../../src/main/seals/seal-cases.ts'
import type { SealRegistration } from '../../src/shared/ipc/models-seals.ts'
import type { WireFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../src/shared/platform/endpoints.ts'
import { enrolKeyInMemory } from '../support/key-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const account = { account: 'demo', password: 'demo-password', displayName: '示例科技有限公司', phone: '13800001234' }

let simulator: PlatformSimulator
let connection: PlatformConnection
let folder: string
let seals: SealCases
let wanted: SealRegistration

const image = (shade = 0) => sealPicture(400, 400, shade).toString('base64')
const arm = (operation: OperationId, kind: WireFaultKind, times = 1) => simulator.faults.arm({ operation, kind, times })
const listed = async () => (await seals.list({ page: 1 })).items
const pending = () => JSON.parse(readFileSync(join(folder, 'registrations.json'), 'utf8')) as unknown[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seals-'))
  simulator = await createPlatformSimulator({ accounts: [account], families: ['p-256'] })
  const { origin } = await simulator.listen()
  connection = createPlatform({
    baseUrl: () => origin,
    userAgent: 'cert-user-tool/test',
    sleep: () => Promise.resolve(),
  })
  await connection.session.login(account.account, account.password)
  await enrolKeyInMemory(simulator, { account: account.account, name: account.displayName, daysLeft: 100 })
  await restart()
  const [certificate] = (await seals.certificates()).items
  const certificateId = certificate?.id ?? ''
  wanted = { type: 'official', name: account.displayName, certificateId, department: '办公室', applicant: '张三' }
})
afterEach(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true })
})

/** The program, opened again: what it knows is on the disk. */
async function restart(): Promise<void> {
  seals = await openSeals({ ...connection, folder })
}

it('goes from the registration over a refusal to the approval', async () => {
  const { seal, wasThere } = await seals.register(wanted)
  expect([seal, wasThere]).toMatchObject([{ ...wanted, state: 'draft', cardNumber: '3301020240001234' }, false])
  expect(await seals.putImage({ sealId: seal.id, image: image() })).toMatchObject({ state: 'in-review' })
  await simulator.moveSeal({ type: 'seal-reject', sealId: seal.id, reason: '图片不清楚\n请重新采集' })
  expect(await listed()).toMatchObject([{ state: 'rejected', rejection: '图片不清楚 请重新采集' }])
  const again = await seals.putImage({ sealId: seal.id, image: image(9) })
  expect(again).toMatchObject({ state: 'in-review' })
  expect(again.rejection).toBeUndefined()
  await simulator.moveSeal({ type: 'seal-approve', sealId: seal.id })
  const [approved] = await listed()
  expect(approved).toMatchObject({ state: 'approved' })
  const imageSha256 = approved?.imageSha256 ?? ''
  expect(await seals.image({ sealId: seal.id, imageSha256 })).toEqual({ image: `data:image/png;base64,${image(9)}` })
})

it('shows no picture that is not the registered one', async () => {
  const { seal } = await seals.register(wanted)
  const { imageSha256 = '' } = await seals.putImage({ sealId: seal.id, image: image() })
  expect(await seals.image({ sealId: seal.id, imageSha256 })).toEqual({ image: `data:image/png;base64,${image()}` })
  // The list was read before another computer sent another picture.
  await simulator.moveSeal({ type: 'seal-reject', sealId: seal.id, reason: '图片不清楚' })
  await seals.putImage({ sealId: seal.id, image: image(9) })
  await expect(seals.image({ sealId: seal.id, imageSha256 })).rejects.toMatchObject({
    failure: { code: 'seal.otherPicture' },
  })
})

it('lists by type, state, card number and words, page by page', async () => {
  for (let at = 0; at < 21; at += 1) await seals.register({ ...wanted, type: 'contract', name: `合同专用章 ${at}` })
  const { seal } = await seals.register(wanted)
  await seals.putImage({ sealId: seal.id, image: image() })
  const total = async (query: Omit<Parameters<SealCases['list']>[0], 'page'>) =>
    (await seals.list({ page: 1, ...query })).total
  expect(await total({})).toBe(22)
  expect(await total({ type: 'official' })).toBe(1)
  expect(await total({ state: 'draft' })).toBe(21)
  expect(await total({ state: 'draft', type: 'official' })).toBe(0)
  expect(await total({ cardNumber: '3301020240001234' })).toBe(22)
  expect(await total({ cardNumber: '1' })).toBe(0)
  expect(await total({ search: '章 20' })).toBe(1)
  expect((await seals.list({ page: 2 })).items).toHaveLength(2)
})

it.each<WireFaultKind>(['drop-before', 'drop-after-commit', '500-after-commit', 'truncated'])(
  'makes one seal when the answer meets %s, and forgets the wish',
  async (kind) => {
    arm('createSeal', kind)
    await seals.register(wanted)
    expect([(await listed()).length, pending(), simulator.faults.armed()]).toEqual([1, [], []])
  },
)

it('makes one seal when every answer is lost and the program is opened again', async () => {
  arm('createSeal', 'drop-after-commit', 3)
  await expect(seals.register(wanted)).rejects.toMatchObject({ failure: { details: { outcome: 'unknown' } } })
  expect(pending()).toHaveLength(1)
  await restart()
  const { seal, wasThere } = await seals.register(wanted)
  expect([wasThere, await listed(), pending()]).toMatchObject([true, [{ id: seal.id }], []])
})

it('asks first for what is in doubt, also when the next wish is another one', async () => {
  arm('createSeal', 'drop-after-commit', 3)
  await expect(seals.register(wanted)).rejects.toThrow()
  await seals.register({ ...wanted, department: '工程部' })
  expect((await listed()).map(({ department }) => department)).toEqual(['工程部', '办公室'])
  expect(pending()).toEqual([])
})

it('keeps the wish when the session was lost with the answer', async () => {
  arm('createSeal', 'drop-after-commit')
  arm('createSeal', 'session-expired')
  await expect(seals.register(wanted)).rejects.toMatchObject({ failure: { code: 'platform.loginRequired' } })
  expect(pending()).toHaveLength(1)
  await connection.session.login(account.account, account.password)
  await seals.register(wanted)
  expect([(await listed()).length, pending()]).toEqual([1, []])
})

it('finds a registration that has no picture yet, also when the record of it is gone', async () => {
  const { seal } = await seals.register(wanted)
  writeFileSync(join(folder, 'registrations.json'), 'not json')
  await restart()
  expect(await seals.register(wanted)).toMatchObject({ seal: { id: seal.id }, wasThere: true })
})

it('takes two clicks for one wish, and a wish after the first has its picture for another', async () => {
  const [first, second] = await Promise.all([seals.register(wanted), seals.register(wanted)])
  expect([second.seal.id, second.wasThere]).toEqual([first.seal.id, true])
  await seals.putImage({ sealId: first.seal.id, image: image() })
  expect((await seals.register(wanted)).seal.id).not.toBe(first.seal.id)
})

it('sends nothing when the wish cannot be kept', async () => {
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file in the way')
  await expect(seals.register(wanted)).rejects.toMatchObject({ failure: { code: 'seal.recordFailed' } })
  expect(await listed()).toEqual([])
})

it('does not send an old key again: the platform has forgotten it', async () => {
  arm('createSeal', 'drop-after-commit', 3)
  await expect(seals.register(wanted)).rejects.toThrow()
  const [intent] = pending() as [{ at: string }]
  writeFileSync(join(folder, 'registrations.json'), JSON.stringify([{ ...intent, at: '2026-01-01T00:00:00.000Z' }]))
  await restart()
  expect(await seals.register(wanted)).toMatchObject({ wasThere: true })
  expect([(await listed()).length, pending()]).toEqual([1, []])
})

it('takes the same picture once more, and no other one while it is looked at', async () => {
  const { seal } = await seals.register(wanted)
  arm('putSealImage', 'drop-after-commit', 3)
  await expect(seals.putImage({ sealId: seal.id, image: image() })).rejects.toMatchObject({
    failure: { code: 'platform.unreachable', details: { outcome: 'unknown' } },
  })
  expect(await seals.putImage({ sealId: seal.id, image: image() })).toMatchObject({ state: 'in-review' })
  await expect(seals.putImage({ sealId: seal.id, image: image(9) })).rejects.toMatchObject({
    failure: { code: 'seal.wrongState' },
  })
})

it('removes what is not in review, and what is gone is removed', async () => {
  const { seal } = await seals.register(wanted)
  await seals.putImage({ sealId: seal.id, image: image() })
  await expect(seals.remove(seal.id)).rejects.toMatchObject({
    failure: { code: 'seal.wrongState', details: { state: 'in-review' } },
  })
  await simulator.moveSeal({ type: 'seal-reject', sealId: seal.id, reason: '不清楚' })
  await seals.remove(seal.id)
  await seals.remove(seal.id)
  expect(await listed()).toEqual([])
})

it('says that a certificate is not known yet, and that an account may not', async () => {
  await expect(seals.register({ ...wanted, certificateId: 'new' })).rejects.toMatchObject({
    failure: { code: 'seal.certificateNotYet', details: { outcome: 'refused' } },
  })
  expect(pending()).toEqual([])
  const forbidden = { operation: 'listSeals', kind: 'unknown-problem', status: 403 } as const
  simulator.faults.arm(forbidden)
  await expect(seals.list({ page: 1 })).rejects.toMatchObject({ failure: { code: 'seal.notPermitted' } })
})

it('is asked nothing by a program that it does not offer seals to', async () => {
  const health = { ...connection.health, current: () => ({ state: 'available' as const, features: ['faqs'] }) }
  const without = await openSeals({ ...connection, health, folder })
  arm('listSeals', 'drop-before')
  await expect(without.list({ page: 1 })).rejects.toMatchObject({ failure: { code: 'seal.notOffered' } })
  await expect(without.register(wanted)).rejects.toMatchObject({ failure: { code: 'seal.notOffered' } })
  expect(simulator.faults.armed()).toHaveLength(1)
})

it('counts what follows a renewal by the platform’s clock, on a computer that is years ahead', () => {
  const local = Date.parse('2029-01-01T00:00:00Z')
  const clock = createPlatformClock({ localNow: () => local, steadyNow: () => 0 })
  const finishedAt = '2026-11-23T02:42:00.000Z'
  const renewal = { id: 'r', state: 'completed', cardNumber: 'A1', finishedAt } as never
  const cases = createAfterRenewal({ list: () => [renewal] }, clock)
  expect(cases.list()).toEqual([])
  clock.measure({ sentAt: local, receivedAt: local, date: Date.parse('2026-11-23T03:00:00Z') })
  expect(cases.list()).toMatchObject([{ usableBy: '2026-11-24T02:42:00.000Z' }])
})
