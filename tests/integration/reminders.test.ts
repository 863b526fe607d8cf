/** The program with a key and a platform: what it remembers, what it tells, and what stays when the key is gone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFakeOutside, type FakeOutside } from '../../src/main/reminders/testing/fake-outside.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest | undefined
beforeEach(async () => {
  desk = await createDesk('soft')
})
afterEach(async () => {
  await close()
  await desk.remove()
})

async function close() {
  await app?.close()
  app = undefined
}

async function open(
  options: Parameters<typeof startApp>[1] = {},
): Promise<{ app: AppUnderTest; outside: FakeOutside }> {
  const outside = createFakeOutside()
  app = await startApp(desk, { ...options, outside })
  return { app, outside }
}

const read = (program: AppUnderTest) => program.overview(({ complete, tokens }) => complete && tokens.length > 0)

it('tells of an end once, remembers it masked, and tells of the next one without the key', async () => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const first = await open()
  const { cards } = await read(first.app)
  await expect
    .poll(() => first.outside.shown.map(({ notice }) => notice.title))
    .toEqual([expect.stringMatching(/的证书还有 27 天到期$/)])
  const certificate = cards[0]?.certificates[0]
  first.outside.shown[0]?.act('renew')
  expect(first.app.published.findLast(({ event }) => event === 'reminders:asked')?.payload).toMatchObject({
    certificate: { id: certificate?.id },
  })
  await close()
  const file = readFileSync(join(desk.userData, 'reminders.json'), 'utf8')
  expect(file).toContain(certificate?.id)
  for (const secret of [
    certificate?.holder,
    certificate?.tokenSerialNumber,
    certificate?.serialNumber,
    certificate?.creditCode,
  ]) {
    if (secret !== undefined) expect(file).not.toContain(secret)
  }
  // The key lies in a drawer: it is known, and not told of twice.
  const second = await open({ modules: [] })
  const report = await second.app.value('reminders:report', {})
  expect(report.certificates.map(({ fingerprint, isPluggedIn }) => [fingerprint, isPluggedIn])).toEqual([
    [certificate?.id, false],
  ])
  expect(second.outside.trayView()?.items[0]?.text).toMatch(/还有 27 天到期$/)
  expect(second.outside.shown).toEqual([])
  await second.app.value('reminders:forget-all', {})
  expect(second.outside.trayView()?.items[0]?.text).toBe('还没有记住的证书')
  await close()
  expect(readFileSync(join(desk.userData, 'reminders.json'), 'utf8')).not.toContain(certificate?.id)
})

it('shows from when on the platform renews, once its list was read', async () => {
  await desk.put({ keyType: 'rsa-2048', days: [-100, 200] })
  const { app: program } = await open()
  await read(program)
  await program.value('account:login', deskAccount)
  await program.value('platform:list-certificates', { page: 1 })
  const { cards } = await program.overview((overview) =>
    overview.cards.some(({ certificates }) => certificates.some(({ renewableFrom }) => renewableFrom !== undefined)),
  )
  const { notAfter = '', renewableFrom = '' } = cards[0]?.certificates[0] ?? {}
  expect((Date.parse(notAfter) - Date.parse(renewableFrom)) / 86_400_000).toBe(90)
  expect((await program.value('reminders:report', {})).certificates[0]?.renewableFrom).toBe(renewableFrom)
})
