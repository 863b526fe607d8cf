import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { policyKeys, type PolicyKey } from '../../../shared/settings/policy-keys.ts'
import { createConnectionCases } from '../connection-cases.ts'
import { openSettings } from '../settings-store.ts'
import type { Managed } from './managed.ts'
import { underPolicy } from './managed-store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'managed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'settings.json')
const kept = (): unknown => JSON.parse(readFileSync(file(), 'utf8'))
const own = 'https://own.example.com'
const given = 'https://ca.example.com'
const pin = Buffer.alloc(32, 7).toString('base64')

function managed(values: Managed['values'], ...locked: readonly PolicyKey[]): Managed {
  const keys = policyKeys.filter((key) => values[key] !== undefined || locked.includes(key))
  const report = { sources: [], keys: keys.map((key) => ({ key, isLocked: locked.includes(key) })), problems: [] }
  return { report, values, isLocked: (key) => locked.includes(key) }
}

async function open(policy: Managed | undefined, settings: object = {}) {
  writeFileSync(file(), JSON.stringify(settings))
  const store = underPolicy(await openSettings(file()), policy)
  const cases = createConnectionCases({
    store,
    chooseRootFile: () => Promise.resolve(undefined),
    now: () => new Date(),
    platformChanged: () => undefined,
  })
  return { store, ...cases }
}

const refused = { failure: { code: 'settings.managed' } }

it('without a policy is the user’s own', async () => {
  const { store } = await open(undefined, { platformAddress: own })
  expect(store.read()).toEqual({ platformAddress: own, modules: [] })
})

it('a default holds until the user has chosen, and again when the choice is taken back', async () => {
  const { store, savePlatform } = await open(managed({ platformAddress: given, language: 'en' }))
  expect(store.read()).toMatchObject({ platformAddress: given, language: 'en' })
  await savePlatform({ address: own })
  expect(store.read().platformAddress).toBe(own)
  expect(kept()).toEqual({ platformAddress: own, modules: [] })
  await savePlatform({ address: '' })
  expect(store.read().platformAddress).toBe(given)
})

it('what is locked holds over what the user had chosen, cannot be changed, and leaves the user’s own untouched', async () => {
  const { store, savePlatform } = await open(managed({ platformAddress: given }, 'platformAddress', 'language'), {
    platformAddress: own,
    language: 'en',
  })
  expect(store.read()).toMatchObject({ platformAddress: given, language: undefined })
  await expect(savePlatform({ address: own })).rejects.toMatchObject(refused)
  await expect(savePlatform({ address: '' })).rejects.toMatchObject(refused)
  await expect(store.change({ language: 'en' })).rejects.toMatchObject(refused)
  await store.change({ textSize: 150 })
  expect(kept()).toEqual({ platformAddress: own, modules: [], language: 'en', textSize: 150 })
})

it('a locked proxy goes with pins of the user’s own, and no word of it is kept', async () => {
  const { store, saveConnection } = await open(managed({ proxy: 'proxy.example.com:8080' }, 'proxy'))
  const proxy = { mode: 'manual', address: 'proxy.example.com:8080' } as const
  expect(store.read().connection?.proxy).toEqual(proxy)
  const answer = await saveConnection({ pins: [pin], proxy, useSystemNetwork: false })
  expect(answer.connection).toMatchObject({ proxy, pins: [pin] })
  expect(kept()).toMatchObject({ connection: { proxy: { mode: 'system' }, pins: [pin] } })
  const direct = { pins: [pin], proxy: { mode: 'none' as const }, useSystemNetwork: false }
  await expect(saveConnection(direct)).rejects.toMatchObject(refused)
  expect(store.read().connection?.proxy).toEqual(proxy)
})

it('a default of the connection holds until the user has saved one, and is not made the user’s own by an address', async () => {
  const { store, savePlatform, saveConnection } = await open(managed({ proxy: 'none', pins: [pin] }))
  await savePlatform({ address: own })
  expect(kept()).toEqual({ platformAddress: own, modules: [] })
  expect(store.read().connection).toMatchObject({ proxy: { mode: 'none' }, pins: [pin] })
  await saveConnection({ pins: [], proxy: { mode: 'system' }, useSystemNetwork: false })
  expect(store.read().connection).toMatchObject({ proxy: { mode: 'system' }, pins: [] })
})

it('a root of the administrator takes the place of the user’s, and stays', async () => {
  const { store, removeRoot } = await open(managed({ rootCertificate: 'PEM' }, 'rootCertificate'))
  expect(store.read().connection?.rootCertificate).toBe('PEM')
  await expect(removeRoot()).rejects.toMatchObject(refused)
})

it('modules and authorities come besides the user’s own, which alone are kept', async () => {
  const { store } = await open(managed({ modules: ['/given.so'], trustedAuthorities: ['AAAA'] }), {
    modules: ['/own.so'],
    trustedAuthorities: ['BBBB'],
  })
  expect(store.read()).toMatchObject({ modules: ['/given.so', '/own.so'], trustedAuthorities: ['AAAA', 'BBBB'] })
  await store.change(({ modules }) => ({ modules: [...modules, '/more.so'] }))
  expect(kept()).toMatchObject({ modules: ['/own.so', '/more.so'], trustedAuthorities: ['BBBB'] })
  await expect(store.change({ modules: ['/own.so'] })).rejects.toMatchObject(refused)
  await expect(store.change({ trustedAuthorities: [] })).rejects.toMatchObject(refused)
  expect(store.read().modules).toEqual(['/given.so', '/own.so', '/more.so'])
})

it('a locked list is the administrator’s alone, also an empty one', async () => {
  const { store } = await open(managed({ modules: ['/given.so'] }, 'modules', 'trustedAuthorities'), {
    modules: ['/own.so'],
    trustedAuthorities: ['BBBB'],
  })
  expect(store.read()).toMatchObject({ modules: ['/given.so'], trustedAuthorities: [] })
  await expect(store.change({ modules: ['/given.so', '/more.so'] })).rejects.toMatchObject(refused)
  await expect(store.change({ trustedAuthorities: ['BBBB'] })).rejects.toMatchObject(refused)
  expect(kept()).toEqual({ modules: ['/own.so'], trustedAuthorities: ['BBBB'] })
})
