import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest

afterEach(async () => {
  agrees = true
  await app.close()
  await desk.remove()
})

/** An ELF header of a 32-bit Intel library, and nothing behind it that could run. */
function library32(): Buffer {
  const header = Buffer.alloc(4096)
  header.write('\u007fELF', 'latin1')
  header.set([1, 1, 1], 4)
  header.writeUInt16LE(3, 16)
  header.writeUInt16LE(3, 18)
  return header
}

describe('a driver that is none', () => {
  it.each([
    ['is not there', 'token.moduleNotFound', undefined],
    ['is a text file', 'token.moduleNotPkcs11', Buffer.from('not a library\n')],
    ['is empty', 'token.moduleNotPkcs11', Buffer.alloc(0)],
    ['is a 32-bit library', 'token.moduleWrongArchitecture', library32()],
  ])('%s: %s', async (_what, code, content) => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-10, 300] })
    const path = join(desk.userData, 'driver.so')
    if (content !== undefined) writeFileSync(path, content)
    app = await startApp(desk, { modules: [path, desk.modulePath] })
    const overview = await app.overview(({ complete, cards }) => complete && cards.length > 0)
    expect(overview.modules[0]).toMatchObject({ state: 'failed', failure: { code } })
    expect(overview.modules[1]).toMatchObject({ state: 'ready' })
  })

  it('is another library: it ends its own process and not the program', async () => {
    desk = await createDesk()
    app = await startApp(desk, { modules: ['/lib/x86_64-linux-gnu/libm.so.6'] })
    const overview = await app.overview(({ complete, modules }) => complete && modules[0]?.state === 'failed')
    expect(['token.moduleNotPkcs11', 'token.moduleBroken']).toContain(overview.modules[0]?.failure?.code)
    expect((await app.value('app:info', {})).mode).toBe('real')
  })
})

describe('a token', () => {
  it('that is empty is shown as one', async () => {
    desk = await createDesk()
    app = await startApp(desk)
    const overview = await app.overview(({ complete, tokens }) => complete && tokens.length > 0)
    expect(overview).toMatchObject({ cards: [], tokens: [{ label: '测试 USB Key' }] })
  })

  it('that holds rubbish as a certificate shows it as unreadable, and the others as they are', async () => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-10, 300] })
    await desk.putRaw(Buffer.from('not a certificate at all'))
    app = await startApp(desk)
    const { cards } = await app.overview((overview) => overview.cards.length === 2)
    expect(cards.map((card) => card.certificates[0]?.status).sort()).toEqual(['unreadable', 'valid'])
    const unreadable = cards.flatMap((card) => card.certificates).find(({ status }) => status === 'unreadable')
    expect(unreadable).toMatchObject({ action: 'none', label: '垃圾' })
    const refused = await app.call('renewal:start', { certificateId: unreadable?.id ?? '' })
    expect(refused).toEqual({ ok: false, failure: { code: 'certificate.unreadable' } })
  })
})

/** Does the user want the last try of a PIN? */
let agrees = true

async function begin(): Promise<Renewal> {
  app = await startApp(desk, { confirmFinalTry: () => Promise.resolve(agrees) })
  const { cards } = await app.overview((overview) => overview.cards.length > 0)
  await app.value('account:login', deskAccount)
  return app.value('renewal:start', { certificateId: cards[0]?.certificates[0]?.id ?? '' })
}

async function toInitialise(): Promise<string> {
  const { id } = await begin()
  await app.value('renewal:request-sms', { renewalId: id })
  await app.value('renewal:verify-sms', { renewalId: id, code: desk.newestCode() })
  return id
}

describe('the soft token', () => {
  it('renews as a real one does', async () => {
    desk = await createDesk('soft')
    await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
    const renewalId = await toInitialise()
    await app.value('renewal:initialise', { renewalId, pin: deskPin })
    expect(await app.value('renewal:execute', { renewalId })).toMatchObject({
      state: 'completed',
      oldPairRemoved: true,
    })
  })

  it('is not locked by a page that goes on trying: its last try needs the user', async () => {
    agrees = false
    desk = await createDesk('soft')
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const renewalId = await toInitialise()
    const codes = []
    for (let tries = 0; tries < 12; tries += 1) {
      const result = await app.call('renewal:initialise', { renewalId, pin: '00000000' })
      codes.push(result.ok ? 'ok' : result.failure.code)
    }
    expect(codes.at(-1)).toBe('token.pinFinalTry')
    expect(codes).not.toContain('token.pinLocked')
  })

  it('is locked by wrong PINs, says so, and the renewal waits', async () => {
    desk = await createDesk('soft')
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const renewalId = await toInitialise()
    const codes = []
    for (let tries = 0; tries < 7; tries += 1) {
      const result = await app.call('renewal:initialise', { renewalId, pin: '00000000' })
      codes.push(result.ok ? 'ok' : result.failure.code)
    }
    expect(codes[0]).toBe('token.pinIncorrect')
    expect(codes.at(-1)).toBe('token.pinLocked')
    const right = await app.call('renewal:initialise', { renewalId, pin: deskPin })
    expect(right).toMatchObject({ ok: false, failure: { code: 'token.pinLocked' } })
    const [renewal] = await app.value('renewal:list', {})
    expect(renewal).toMatchObject({ state: 'verified' })
    const { cards } = await app.value('certificates:overview', {})
    expect(cards).toHaveLength(1)
  })
})

describe('the platform', () => {
  it.each([
    ['is down', 'platform.unreachable', () => desk.simulator.close()],
    ['is being maintained', 'platform.maintenance', () => arm('html-503')],
    ['answers with a web page', 'platform.webPage', () => arm('html-200')],
  ])('%s: %s', async (_what, code, harm) => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const { id: renewalId } = await begin()
    await harm()
    const result = await app.call('renewal:request-sms', { renewalId })
    expect(result).toMatchObject({ ok: false, failure: { code } })
    expect((await app.value('certificates:overview', {})).cards).toHaveLength(1)
  })

  it('does not take a wrong code, and tells how many tries are left', async () => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const { id: renewalId } = await begin()
    await app.value('renewal:request-sms', { renewalId })
    const wrong = desk.newestCode() === '111111' ? '222222' : '111111'
    const result = await app.call('renewal:verify-sms', { renewalId, code: wrong })
    expect(result).toMatchObject({ ok: false, failure: { code: 'sms.wrongCode', details: { attemptsLeft: 4 } } })
    expect((await app.value('renewal:list', {}))[0]?.sms?.attemptsLeft).toBe(4)
  })

  it('is asked for only when it has been set', async () => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    app = await startApp(desk)
    await app.value('settings:save-platform', { address: '' })
    const { cards } = await app.overview((overview) => overview.cards.length > 0)
    const result = await app.call('renewal:start', { certificateId: cards[0]?.certificates[0]?.id ?? '' })
    expect(result).toMatchObject({ ok: false, failure: { code: 'platform.notConfigured' } })
  })
})

function arm(kind: 'html-503' | 'html-200'): Promise<void> {
  desk.simulator.faults.arm({ kind, operation: '*', times: 10 })
  return Promise.resolve()
}

describe('giving up', () => {
  it('is refused when the platform has taken the confirmation and only its answer was lost', async () => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const renewalId = await toInitialise()
    await app.value('renewal:initialise', { renewalId, pin: deskPin })
    desk.simulator.faults.arm({ kind: 'drop-after-commit', operation: 'confirmOrder', times: 10 })
    const lost = await app.call('renewal:execute', { renewalId })
    expect(lost).toMatchObject({ ok: false, failure: { details: { outcome: 'unknown' } } })
    desk.simulator.faults.disarm()
    const given = await app.call('renewal:abandon', { renewalId, pin: deskPin })
    expect(given).toMatchObject({ ok: false, failure: { code: 'renewal.wrongStep' } })
    const done = await app.value('renewal:execute', { renewalId, pin: deskPin })
    expect(done).toMatchObject({ state: 'completed', oldPairRemoved: true })
    expect(desk.simulator.books()).toMatchObject({ confirmations: 1, withdrawals: 0 })
    const { cards } = await app.overview((overview) => overview.cards[0]?.certificates[0]?.status === 'valid')
    expect(cards).toHaveLength(1)
  })
})

describe('the disk', () => {
  it('that takes no journal stops the renewal before anything is done', async () => {
    desk = await createDesk()
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const renewalId = await toInitialise()
    const folder = join(desk.userData, 'renewals')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    const result = await app.call('renewal:initialise', { renewalId, pin: deskPin })
    expect(result).toMatchObject({ ok: false, failure: { code: 'journal.writeFailed' } })
    const login = ['--token-label', '测试 USB Key', '--login', '--pin', deskPin]
    expect(desk.store.pkcs11Tool([...login, '--list-objects']).match(/ Object;/g)).toHaveLength(3)
    rmSync(folder)
    mkdirSync(folder)
  })
})

describe('a certificate that must not be written', () => {
  it.each([
    ['other-key', 'issued.otherKey'],
    ['other-subject', 'issued.otherSubject'],
    ['expired', 'issued.expired'],
    ['not-yet-valid', 'issued.notYetValid'],
    ['untrusted', 'issued.untrusted'],
    ['is-ca', 'issued.isCa'],
    ['not-longer', 'issued.notLonger'],
    ['same-old', 'issued.sameAsOld'],
    ['garbage', 'issued.unreadable'],
    ['trailing-bytes', 'issued.unreadable'],
    ['wrong-usage', 'issued.wrongUsage'],
  ] as const)('%s: %s, nothing is written and the old pair stays', async (kind, code) => {
    desk = await createDesk()
    const old = await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const renewalId = await toInitialise()
    await app.value('renewal:initialise', { renewalId, pin: deskPin })
    desk.simulator.faults.arm({ kind })
    const renewal = await app.value('renewal:execute', { renewalId })
    expect(renewal).toMatchObject({ state: 'abandoned', failure: { code } })
    expect(desk.simulator.books()).toMatchObject({ confirmations: 0, withdrawals: 1 })
    const login = ['--token-label', '测试 USB Key', '--login', '--pin', deskPin]
    const listing = desk.store.pkcs11Tool([...login, '--list-objects'])
    expect(listing.match(/ID:\s+[0-9a-f]+/g)).toEqual(Array(3).fill(expect.stringContaining(old.id)))
  })
})
