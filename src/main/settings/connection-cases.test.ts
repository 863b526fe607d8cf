import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { makeTlsCertificates } from '../platform/testing/tls-certificates.ts'
import { createConnectionCases } from './connection-cases.ts'
import { networkPolicy } from './connection-settings.ts'
import { openSettings } from './settings-store.ts'

const { root, named } = makeTlsCertificates()
const pin = `${'A'.repeat(43)}=`
const usual = { pins: [], proxy: { mode: 'system' }, useSystemNetwork: false } as const

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'connection-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function open(chosen?: string | Uint8Array, now = new Date()) {
  const path = join(folder, 'chosen.cer')
  if (chosen !== undefined) writeFileSync(path, chosen)
  const store = await openSettings(file)
  const cases = createConnectionCases({
    store,
    chooseRootFile: () => Promise.resolve(chosen === undefined ? undefined : path),
    now: () => now,
    platformChanged: () => undefined,
  })
  return { store, ...cases }
}

async function refusal(change: Promise<unknown>): Promise<unknown> {
  const error = await change.catch((thrown: unknown) => thrown)
  return error instanceof AppError ? error.failure : error
}

const fileText = (): string => readFileSync(file, 'utf8')

describe('an address without encryption', () => {
  const address = 'http://10.0.0.1:8083'

  it('needs its own origin as the approval, and keeps nothing otherwise', async () => {
    const { savePlatform, store } = await open()
    await savePlatform({ address: 'https://ca.example' })
    const before = fileText()
    for (const approvedOrigin of [
      undefined,
      'http://10.0.0.1',
      'http://10.0.0.2:8083',
      'https://10.0.0.1:8083',
      address + '/',
    ]) {
      const failure = await refusal(
        savePlatform({ address, ...(approvedOrigin === undefined ? {} : { approvedOrigin }) }),
      )
      expect(failure).toEqual({ code: 'platform.addressInvalid', details: { reason: 'plain-http' } })
    }
    expect([fileText(), store.read().platformAddress]).toEqual([before, 'https://ca.example'])
    const saved = await savePlatform({ address, approvedOrigin: address })
    expect(saved).toMatchObject({ platformAddress: address, connection: { approvedPlainOrigin: address } })
    expect(networkPolicy((await open()).store.read().connection).approvedPlainOrigin).toBe(address)
  })

  it.each(['https://10.0.0.1:8083', 'http://127.0.0.1:8083', ''])('is no longer approved after %j', async (other) => {
    const { savePlatform, store } = await open()
    await savePlatform({ address, approvedOrigin: address })
    await savePlatform({ address: other, approvedOrigin: address })
    expect(networkPolicy(store.read().connection).approvedPlainOrigin).toBeUndefined()
    expect(await refusal(savePlatform({ address }))).toMatchObject({ details: { reason: 'plain-http' } })
  })
})

describe('the connection', () => {
  it('is saved whole and found again', async () => {
    const { saveConnection } = await open()
    const wanted = {
      pins: [pin],
      proxy: { mode: 'manual', address: 'socks5://proxy.example' },
      useSystemNetwork: true,
    } as const
    expect((await saveConnection({ ...wanted, pins: [pin] })).connection).toEqual(wanted)
    const { store } = await open()
    const proxy = { kind: 'socks5', host: 'proxy.example', port: 1080 }
    expect(networkPolicy(store.read().connection)).toMatchObject({
      tls: { pins: [pin] },
      proxy: { mode: 'manual', proxy },
      useSystemNetwork: true,
    })
  })

  it('is not saved by half', async () => {
    const { saveConnection, store } = await open()
    const wrongPin = saveConnection({ ...usual, pins: [pin, 'AAAA'], useSystemNetwork: true, proxy: { mode: 'none' } })
    expect(await refusal(wrongPin)).toEqual({ code: 'settings.pinInvalid' })
    const wrongProxy = saveConnection({ ...usual, pins: [pin], proxy: { mode: 'manual', address: 'u:w@proxy' } })
    expect(await refusal(wrongProxy)).toEqual({ code: 'settings.proxyInvalid', details: { reason: 'credentials' } })
    const noProxy = saveConnection({ ...usual, pins: [pin], proxy: { mode: 'manual' } })
    expect(await refusal(noProxy)).toEqual({ code: 'settings.proxyInvalid', details: { reason: 'empty' } })
    expect(store.read()).toEqual({ modules: [] })
  })

  it('is that of the system where an older file says nothing', async () => {
    writeFileSync(file, JSON.stringify({ platformAddress: 'https://ca.example', modules: ['/a.so'] }))
    const { store } = await open()
    expect(store.read()).toEqual({ platformAddress: 'https://ca.example', modules: ['/a.so'] })
    const { proxy, tls, approvedPlainOrigin } = networkPolicy(store.read().connection)
    expect([proxy, tls, approvedPlainOrigin]).toEqual([
      { mode: 'system' },
      { certificateAuthorities: undefined, pins: [] },
      undefined,
    ])
  })

  it.each([
    { ...usual, pins: ['AAAA'] },
    { ...usual, rootCertificate: 'nonsense' },
    { ...usual, proxy: { mode: 'manual' } },
    { ...usual, proxy: { mode: 'manual', address: 'ftp://proxy' } },
  ])('that somebody has written wrongly is not half believed: %j', async (connection) => {
    writeFileSync(file, JSON.stringify({ platformAddress: 'https://ca.example', modules: [], connection }))
    expect((await open()).store.read()).toEqual({ modules: [] })
  })
})

describe('a root certificate of one’s own', () => {
  const der = Buffer.from(root.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64')

  it.each([
    ['PEM', root],
    ['PEM with words around it', `Bag Attributes\n${root}\n`],
    ['DER', der],
  ])('is taken from a file: %s', async (_, content) => {
    const { chooseRoot, store, removeRoot } = await open(content)
    const { connection } = await chooseRoot()
    expect(connection.rootCertificate).toMatchObject({ subject: 'CN=test root' })
    expect(JSON.stringify(connection)).not.toContain('BEGIN')
    expect(networkPolicy(store.read().connection).tls.certificateAuthorities).toEqual([root])
    expect((await removeRoot()).connection).toEqual(usual)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'unreadable'],
    ['text', 'hello', 'unreadable'],
    ['half of one', root.slice(0, 200), 'unreadable'],
    ['one with octets behind it', Buffer.concat([der, Buffer.from([0])]), 'unreadable'],
    ['too much', Buffer.alloc(70_000), 'unreadable'],
    ['a list', root + root, 'several'],
    ['a server’s', named.cert, 'not-ca'],
  ])('is not taken from a file with %s', async (_, content, reason) => {
    const { chooseRoot, store } = await open(content)
    expect(await refusal(chooseRoot())).toEqual({ code: 'settings.rootInvalid', details: { reason } })
    expect(store.read()).toEqual({ modules: [] })
  })

  it.each([
    ['2090-01-01', 'expired'],
    ['2001-01-01', 'not-yet-valid'],
  ])('is not taken in %s: %s', async (day, reason) => {
    const { chooseRoot } = await open(root, new Date(day))
    expect(await refusal(chooseRoot())).toEqual({ code: 'settings.rootInvalid', details: { reason } })
  })

  it('stays as it is when nothing is chosen', async () => {
    const { chooseRoot } = await open()
    expect((await chooseRoot()).connection).toEqual(usual)
  })
})
