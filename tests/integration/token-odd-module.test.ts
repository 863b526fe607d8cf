import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { createTokenProcess, type TokenProcess } from '../../src/main/token/token-process.ts'
import type { TokenSnapshot } from '../../src/shared/token/messages.ts'
import { buildOddModule } from '../support/pkcs11-forwarder/build.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf } from '../support/token-steps.ts'
import { spawnWorker } from '../support/token-stand.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'odd-module-'))
const { certificate } = await issueCertificate()
const certificateFile = join(folder, 'certificate')
writeFileSync(certificateFile, certificate)
const modulePath = await buildOddModule()

const started: TokenProcess[] = []
afterEach(() => {
  for (const token of started.splice(0)) token.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Odd {
  readonly action?: string
  readonly objects?: number
  readonly file?: string
}

function odd({ action = '', objects = 1, file = certificateFile }: Odd): TokenProcess {
  const environment = { ODD_ACTION: action, ODD_OBJECTS: String(objects), ODD_CERTIFICATE: file }
  const token = createTokenProcess({ spawn: spawnWorker, modulePath, environment, deadlines: { open: 3000 } })
  started.push(token)
  return token
}

async function list(token: TokenProcess): Promise<readonly TokenSnapshot[]> {
  return (await token.request('list', {})).tokens
}

/** Lengths of the values that the token's certificates are shown with. */
async function lengths(token: TokenProcess): Promise<readonly number[]> {
  return (await list(token)).flatMap(({ certificates }) => certificates.map(({ value }) => value.length))
}

it('is read when it does nothing odd', async () => {
  const [token] = await list(odd({}))
  expect(token).toMatchObject({ label: 'odd', serialNumber: '0000000000000000' })
  expect(token?.certificates.map(({ value }) => value)).toEqual([certificate])
})

it.each([
  ['load-crash', 'token.moduleBroken'],
  ['load-hang', 'token.timeout'],
  ['null-list', 'token.moduleBroken'],
])('that does %s is a broken module, and this program goes on', async (action, code) => {
  expect(await failureOf(odd({ action }).request('list', {}))).toMatchObject({ code })
})

it.each(['value-unavailable', 'value-huge', 'value-grows', 'value-empty'])(
  'shows a certificate with %s as one without octets, not as none',
  async (action) => {
    expect(await lengths(odd({ action }))).toEqual([0])
  },
)

it('shows what was written of a value that is said to be longer', async () => {
  expect(await lengths(odd({ action: 'value-shrinks' }))).toEqual([certificate.length])
})

it.each([
  ['find-endless', 'endless'],
  ['find-same', 'endless'],
  ['find-too-many', 'moreThanAsked'],
])('gives up a search that does %s', async (action, detail) => {
  const token = odd({ action })
  expect(await failureOf(token.request('list', {}))).toEqual({
    ...{ code: 'token.failed', details: { call: 'C_FindObjects', detail } },
  })
  // The worker that said so is the one that goes on.
  expect(await token.request('poll', {})).toMatchObject({ slots: [expect.any(String)] })
})

it('shows no token where the slots vanish between two questions', async () => {
  expect(await list(odd({ action: 'slots-vanish' }))).toEqual([])
})

it('reads 10,000 certificates', async () => {
  expect((await lengths(odd({ objects: 10_000 }))).length).toBe(10_000)
})

it('reads fields that are no text, and labels of a megabyte', async () => {
  const [token] = await list(odd({ action: 'token-text' }))
  expect(token?.certificates).toHaveLength(1)
  const [other] = await list(odd({ action: 'labels' }))
  expect(other?.certificates[0]?.label).toHaveLength(1 << 20)
})

it('reads a certificate of a megabyte of garbage', async () => {
  const file = join(folder, 'garbage')
  writeFileSync(file, Buffer.alloc(1 << 20, 0x30))
  expect(await lengths(odd({ file }))).toEqual([1 << 20])
})
