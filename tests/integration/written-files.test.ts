/** Everything that the program writes is for its user only, whatever the system's default is (umask 022). */
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPart } from '../../src/main/content/downloads/part-file.ts'
import { makeEmpty } from '../../src/main/content/downloads/free-name.ts'
import { openSoftHsm, openSoftToken } from '../../src/main/demo/demo-token.ts'
import { keepFolderPrivate } from '../../src/main/files/keep-folder-private.ts'
import { writeNew } from '../../src/main/files/write-new.ts'
import { writeSafely } from '../../src/main/files/write-safely.ts'
import { createFileLog } from '../../src/main/logging/file-log.ts'
import { createLinuxLoginItem } from '../../src/main/reminders/electron/linux-login-item.ts'
import { createFakeOutside } from '../../src/main/reminders/testing/fake-outside.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'

let folder: string
let before: number
const closing: (() => Promise<unknown>)[] = []
beforeEach(() => {
  before = process.umask(0o022)
  folder = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  process.umask(before)
  rmSync(folder, { recursive: true })
})

/** `path mode` of everything below, as `ls` would name it. */
function modesBelow(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(place, path)} ${(lstatSync(path).mode & 0o777).toString(8)}`)
    .sort()
}

const openToOthers = (place: string) => modesBelow(place).filter((line) => !/ [67]00$/.test(line))

async function start(): Promise<{ desk: Desk; app: AppUnderTest; saved: string }> {
  const desk = await createDesk()
  closing.push(desk.remove)
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const saved = join(desk.userData, 'saved')
  // Made by the user, and so as the system makes folders.
  mkdirSync(saved)
  chmodSync(saved, 0o700)
  const log = createFileLog(join(desk.userData, 'main.log'))
  const content = join(folder, '合同.txt')
  writeFileSync(content, '合同')
  const app = await startApp(desk, {
    ...{ log, logFile: log, outside: createFakeOutside() },
    chooseSavePath: (suggestion) => Promise.resolve(join(saved, suggestion)),
    chooseFile: () => Promise.resolve(content),
  })
  closing.push(app.close)
  return { desk, app, saved }
}

/** A renewal from the start to the receipt. Answers with the new certificate's id. */
async function renew({ desk, app }: Awaited<ReturnType<typeof start>>): Promise<string> {
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  await app.value('account:login', { ...deskAccount, remember: true })
  const { id: renewalId } = await app.value('renewal:start', {
    certificateId: cards[0]?.certificates[0]?.id ?? '',
  })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  const done = await app.value('renewal:execute', { renewalId })
  await app.value('renewal:save-receipt', { renewalId })
  const after = await app.overview(({ cards: found }) => found[0]?.certificates[0]?.notAfter === done.new?.notAfter)
  return after.cards[0]?.certificates[0]?.id ?? ''
}

async function download({ desk, app }: Awaited<ReturnType<typeof start>>): Promise<void> {
  await app.value('content:list-announcements', { page: 1, source: 'platform' })
  await app.value('content:list-downloads', { page: 1, source: 'platform' })
  const state = async (at: number) => (await app.value('content:list-transfers', {})).map((one) => one.state)[at]
  await app.value('content:start-download', { downloadId: 'file-seal-requirements' })
  await expect.poll(() => state(0), { timeout: 20_000 }).toBe('done')
  desk.simulator.faults.arm({ kind: 'truncated', operation: 'getDownloadContent' })
  await app.value('content:start-download', { downloadId: 'file-driver' })
  await expect
    .poll(async () => (await app.value('content:list-transfers', {})).map((one) => one.state).sort(), {
      timeout: 20_000,
    })
    .toEqual(['done', 'stopped'])
}

it('in a day’s work leaves no file or folder that another user can read', async () => {
  const place = await start()
  const { app, desk, saved } = place
  const certificateId = await renew(place)
  for (const format of ['der', 'pem', 'p7b'] as const) await app.value('certificates:export', { certificateId, format })
  const { file } = await app.value('signing:choose-file', { purpose: 'content' })
  await app.value('signing:sign-file', { certificateId, fileId: file?.id ?? '', pin: deskPin })
  await app.value('environment:export', { text: '检测报告' })
  await app.value('reminders:save-calendar', {})
  const { code } = await app.value('diagnostics:prepare', {})
  await app.value('diagnostics:save', { code })
  const [certificate] = (await app.value('seals:certificates', {})).items
  const seal = { type: 'official', name: '测试有限公司', certificateId: certificate?.id ?? '' } as const
  await app.value('seals:register', seal)
  await download(place)
  await app.close()

  const written = modesBelow(desk.userData).join('\n')
  // Each of these was written, or nothing is said of it here.
  for (const name of [
    ...['settings.json', 'main.log', 'reminders.json', 'renewals', 'renewals/.*\\.jsonl', 'renewals/.*\\.previous'],
    ...['content', 'content/.*-announcements.json', 'content/transfers.json', 'seals', 'seals/registrations.json'],
    ...[
      'saved/.*\\.(cer|pem)',
      'saved/.*\\.p7b',
      'saved/.*\\.pdf',
      'saved/.*\\.ics',
      'saved/.*\\.zip',
      'saved/.*\\.txt',
    ],
    ...['saved/.*\\.part'],
  ])
    expect(written).toMatch(new RegExp(`^${name} \\d+$`, 'm'))
  expect(existsSync(join(folder, '合同.txt.p7s'))).toBe(true)
  expect(saved).toContain(desk.userData)
  expect([...openToOthers(desk.userData), ...openToOthers(folder)]).toEqual(['合同.txt 644'])
})

it('keeps the demonstration and the entry that starts the program to itself', async () => {
  await openSoftHsm(folder)
  await openSoftToken(folder)
  await createLinuxLoginItem(join(folder, '.config/autostart/program.desktop'), '/opt/program', 'CA').change(true)
  expect(modesBelow(folder).map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['softhsm/softhsm2.conf', 'soft-token.json', '.config/autostart/program.desktop']),
  )
  expect(openToOthers(folder)).toEqual([])
})

it('begins a part for its user only', async () => {
  await (await openPart(join(folder, 'a.pdf.part'))).close()
  expect(modesBelow(folder)).toEqual(['a.pdf.part 600'])
})

it('makes its own folder for its user only, and closes one that was open', () => {
  const [made, found] = [join(folder, 'new/program'), join(folder, 'old')]
  mkdirSync(found)
  for (const path of [made, found]) keepFolderPrivate(path)
  expect(modesBelow(folder)).toEqual(['new 700', 'new/program 700', 'old 700'])
})

it('never writes through a link that somebody else has put where it writes', async () => {
  const victim = join(folder, 'victim')
  writeFileSync(victim, 'as it was')
  const link = (name: string) => {
    symlinkSync(victim, join(folder, name))
    return join(folder, name)
  }
  await writeSafely(link('replaced'), 'new')
  expect(lstatSync(join(folder, 'replaced')).isSymbolicLink()).toBe(false)
  await expect(writeNew(link('new'), Buffer.from('new'))).rejects.toThrow('EEXIST')
  await expect(makeEmpty(link('empty'))).rejects.toThrow('EEXIST')
  await expect(openPart(link('a.pdf.part'))).rejects.toThrow('ELOOP')
  expect(readFileSync(victim, 'utf8')).toBe('as it was')
})
