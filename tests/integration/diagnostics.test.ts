import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { unzip } from '../../src/main/diagnostics/testing/unzip.ts'
import { createFileLog } from '../../src/main/logging/file-log.ts'
import { encodings } from '../../src/main/logging/testing/secret-kinds.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest

afterEach(async () => {
  await app.close()
  await desk.remove()
})

async function start(): Promise<string> {
  desk = await createDesk()
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const log = createFileLog(join(desk.userData, 'main.log'))
  const path = join(desk.userData, '诊断包.zip')
  app = await startApp(desk, { log, logFile: log, chooseSavePath: () => Promise.resolve(path) })
  return path
}

const logText = () => readFileSync(join(desk.userData, 'main.log'), 'utf8')

/** A whole renewal, with a wrong code and a wrong PIN on the way; answers with what was secret in it. */
async function renew(): Promise<readonly string[]> {
  const { cards } = await app.overview(({ complete, cards }) => complete && cards.length > 0)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  await app.value('account:login', deskAccount)
  const { id: renewalId } = await app.value('renewal:start', { certificateId })
  await app.value('renewal:request-sms', { renewalId })
  const code = desk.newestCode()
  const wrongCode = code === '735190' ? '735191' : '735190'
  await app.call('renewal:verify-sms', { renewalId, code: wrongCode })
  await app.value('renewal:verify-sms', { renewalId, code })
  await app.call('renewal:initialise', { renewalId, pin: 'Wrong-4711' })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  expect((await app.value('renewal:execute', { renewalId })).state).toBe('completed')
  return [deskPin, deskAccount.password, code, wrongCode, 'Wrong-4711']
}

it('shows a renewal step by step in the log, each call of the platform with the id of its request', async () => {
  await start()
  await renew()
  const lines = logText().trimEnd().split('\n')
  const states = lines.flatMap((line) => /renewal [0-9a-f-]{36}: (\S+)/.exec(line)?.[1] ?? [])
  expect(states).toEqual(expect.arrayContaining(['order', 'verified', 'key-made', 'issued', 'proved', 'completed']))
  const calls = lines.filter((line) => line.includes(' platform '))
  expect(calls.length).toBeGreaterThan(8)
  for (const line of calls) {
    const [, request, sent] = /\[([0-9a-f]{8})\] platform (?:GET|POST) \/\S+ \d{3} .*in \d+ ms, (\S+)$/.exec(line) ?? []
    expect(sent, line).toMatch(new RegExp(`^${request ?? 'no id'}-`))
  }
  expect(lines.some((line) => /warn {2}\[[0-9a-f]{8}\] renewal:verify-sms sms\.wrongCode/.test(line))).toBe(true)
  expect(lines.some((line) => /token \*{4}\w{4}: .*signing/.test(line))).toBe(true)
})

it('leaves nothing secret in the log or the zip', async () => {
  const path = await start()
  const secrets = await renew()
  const { code } = await app.value('diagnostics:prepare', {})
  await app.value('diagnostics:save', { code })
  const files = [...(await unzip(readFileSync(path)))]
  const { tokens } = await app.value('certificates:overview', {})
  expect(files.map(([name]) => name)).toEqual(
    expect.arrayContaining(['README.txt', 'environment.json', 'tokens.json', 'platform.json', 'log/main.log']),
  )
  const written = [...files.map(([, text]) => text), logText()].join('\n')
  expect(secrets.filter((secret) => encodings(secret).some((spelling) => written.includes(spelling)))).toEqual([])
  const ofTheKey = tokens.flatMap(({ serialNumber, cardNumber, label }) => [serialNumber, cardNumber, label])
  expect(ofTheKey.filter((text) => text === '' || written.includes(text))).toEqual([])
  expect(written).not.toMatch(/济南测试有限公司|91370100MA3C4D5E6K|BEGIN CERTIFICATE/)
  expect(files.filter(([name]) => name.startsWith('journal/')).length).toBe(1)
  expect(readdirSync(desk.userData).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

it('is made without a key, a login or a network', async () => {
  const path = await start()
  await desk.simulator.close()
  const { code, entries } = await app.value('diagnostics:prepare', {})
  expect(entries.flatMap(({ failure }) => failure ?? [])).toEqual([])
  expect(await app.value('diagnostics:save', { code })).toEqual({ saved: true, fileName: '诊断包.zip' })
  expect((await unzip(readFileSync(path))).get('README.txt')).toContain(code.slice(3))
  expect(await app.call('diagnostics:save', { code: '000000' })).toEqual({
    ok: false,
    failure: { code: 'diagnostics.expired' },
  })
})
