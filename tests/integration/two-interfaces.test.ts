/**
 * A key that speaks PKCS#11 and SKF, through the whole program: SoftHSM2 and the software SKF module stand for one key, since
 * both hold the same SM2 signing certificate.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildCertificate, commonName, keyUsage, utf8Entry } from '../../src/main/x509/testing/built-certificate.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskPin, type Desk } from '../support/desk.ts'
import { createSkfStore, skfPin, type SkfStore } from '../support/softskf/store.ts'

vi.setConfig({ testTimeout: 60_000 })

const holder = '济南示例科技有限公司'
let desk: Desk
let skf: SkfStore
let saved: string
let app: AppUnderTest | undefined

beforeEach(async () => {
  desk = await createDesk()
  skf = createSkfStore()
  skf.addKey()
  saved = mkdtempSync(join(tmpdir(), 'two-interfaces-'))
})

afterEach(async () => {
  await app?.close()
  app = undefined
  skf.remove()
  rmSync(saved, { recursive: true, force: true })
  await desk.remove()
})

/** Puts an SM2 pair of this use into a container named after its holder; answers with its certificate. */
function putSm2(use: 'signing' | 'encryption', bit: number): Uint8Array {
  const pair = { container: holder, role: use }
  const { publicKey } = skf.putPair(pair)
  const certificate = buildCertificate({
    ...{ subject: [utf8Entry(commonName, holder)], extensions: [keyUsage(bit)], notAfter: '280101000000Z' },
    ...(publicKey === undefined ? {} : { publicKey }),
  })
  const privateKey = skf.privateKey(holder, use)
  skf.putPair({ ...pair, certificate, ...(privateKey === undefined ? {} : { privateKey }) })
  return certificate
}

async function start(changes: { readonly report?: number } = {}): Promise<AppUnderTest> {
  const { report } = changes
  app = await startApp(desk, {
    ...{ modules: [desk.modulePath, skf.modulePath], environment: skf.environment },
    chooseSavePath: (suggestion: string) => Promise.resolve(join(saved, suggestion)),
    ...(report === undefined ? {} : { deadlines: { report } }),
  })
  await app.overview(({ complete }) => complete)
  return app
}

describe('a key by both interfaces', () => {
  it('is one heading, its RSA certificate by PKCS#11, its SM2 pair by SKF, and only that can be renewed by SKF', async () => {
    await desk.put({ keyType: 'rsa-2048', days: [-10, 300] })
    await desk.putRaw(putSm2('signing', 0))
    putSm2('encryption', 2)
    const { overview, value } = await start()
    await overview(({ cards }) => cards.length === 2)
    const { tokens, cards } = await value('certificates:overview', {})
    expect(tokens).toHaveLength(1)
    expect(tokens[0]).toMatchObject({ alsoKnownAs: ['SOFT0000000000001'], pin: { state: 'ok' } })
    const shown = cards.map(({ certificates }) =>
      certificates.map(({ interface: spoken, algorithm, usage, action }) => [spoken, algorithm, usage, action]),
    )
    expect(shown).toContainEqual([['pkcs11', 'RSA 2048', 'signing', 'renewal']])
    expect(shown).toContainEqual([
      ['skf', 'SM2', 'signing', 'renewal'],
      ['skf', 'SM2', 'encryption', 'none'],
    ])
    const { drivers } = await value('drivers:list', {})
    expect(drivers.map(({ interface: spoken, state }) => [spoken, state])).toEqual([
      ['pkcs11', 'ready'],
      ['skf', 'ready'],
    ])
  })

  it('the environment check sees one key', async () => {
    await desk.putRaw(putSm2('signing', 0))
    await desk.put({ keyType: 'rsa-2048', days: [-10, 300] })
    const { value, overview } = await start()
    await overview(({ cards }) => cards.length === 2)
    expect((await value('environment:recheck', { name: 'several-keys' })).findings).toEqual([{ state: 'ok' }])
  })
})

describe('the USB Key 报告', () => {
  async function report(place: AppUnderTest) {
    const { fileName } = await place.value('environment:export-key-report', {})
    const path = join(saved, fileName ?? '')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const text = readFileSync(path, 'utf8')
    return { text, drivers: (JSON.parse(text) as { drivers: Record<string, unknown>[] }).drivers }
  }

  it('tells what the library answers, of nobody whose key it is, and changes nothing', async () => {
    await desk.put({ keyType: 'rsa-2048', days: [-10, 300] })
    putSm2('signing', 0)
    const place = await start()
    await place.overview(({ cards }) => cards.length === 2)
    const { text, drivers } = await report(place)
    expect(drivers.map(({ interface: spoken, reportFailure }) => [spoken, reportFailure])).toEqual([
      ['pkcs11', undefined],
      ['skf', undefined],
    ])
    expect(drivers[1]).toMatchObject({
      report: {
        devices: [
          {
            layout: { deviceInfoOctets: 294 },
            applications: [{ name: 'CA-APP', userPin: { left: 10 }, containers: [{ name: '某某某某某某某某某某' }] }],
          },
        ],
      },
    })
    for (const secret of [holder, 'SOFT0000000000001', deskPin, skfPin]) {
      expect(text).not.toContain(secret)
    }
    expect(text).toMatch(/SKF_ExportCertificate 0x00000000 \d+\.\d\d ms/)
    const writing = /VerifyPIN|Create|Delete|Gen(ECC|RSA)|Import|Sign|Change|Unblock|LockDev/
    expect(skf.calls().filter((call) => writing.test(call))).toEqual([])
    // The key is as it was before, and still read.
    await place.value('certificates:refresh', {})
    expect((await place.value('certificates:overview', {})).cards).toHaveLength(2)
  })

  it.each([
    ['hangs', 'SKF_GetPINInfo:0:hang', 'token.timeout'],
    ['crashes', 'SKF_GetContainerType:0:abort', 'token.crashed'],
  ])('says so of a library that %s, and is not put away for it', async (_what, fault, code) => {
    putSm2('signing', 0)
    const place = await start({ report: 2000 })
    await place.overview(({ cards }) => cards.length === 1)
    skf.setFault(fault)
    const { drivers } = await report(place)
    expect(drivers[1]).toMatchObject({ interface: 'skf', reportFailure: { code } })
    expect(drivers[0]).toMatchObject({ interface: 'pkcs11', state: 'ready' })
    skf.clearFault()
    await place.value('certificates:refresh', {})
    expect((await place.overview(({ cards }) => cards.length === 1)).modules.map(({ state }) => state)).toEqual([
      'ready',
      'ready',
    ])
  })

  it('says nothing was saved where the user does not want to', async () => {
    app = await startApp(desk, { modules: [desk.modulePath] })
    expect(await app.value('environment:export-key-report', {})).toEqual({ saved: false })
  })
})
