import { expect, it } from 'vitest'
import { createSettingsCases, fixedSettings } from './settings-cases.ts'
import type { Settings, SettingsStore } from './settings-store.ts'

const connection = { pins: [], proxy: { mode: 'system' }, useSystemNetwork: false }

function memoryStore(initial: Settings): SettingsStore {
  let settings = initial
  return {
    read: () => settings,
    change: (change) => {
      settings = { ...settings, ...(typeof change === 'function' ? change(settings) : change) }
      return Promise.resolve(settings)
    },
  }
}

function cases(initial: Settings, chosen?: string, store = memoryStore(initial)) {
  const used: (readonly string[])[] = []
  const told: unknown[] = []
  const settingsCases = createSettingsCases({
    store,
    chooseModule: () => Promise.resolve(chosen),
    useModules: (paths) => used.push(paths),
    chooseRootFile: () => Promise.resolve(undefined),
    platformChanged: () => told.push(store.read().platformAddress),
  })
  return { used, told, store, ...settingsCases }
}

it('saves an address that calls can go to, and says that it has changed', async () => {
  const { savePlatform, settings, told } = cases({ modules: [] })
  const platformAddress = 'https://ca.example/api/v1'
  expect(await savePlatform({ address: platformAddress })).toEqual({ modules: [], platformAddress, connection })
  expect([settings().platformAddress, told]).toEqual([platformAddress, [platformAddress]])
})

it.each(['http://ca.example', 'ca.example', 'https://user:secret@ca.example'])(
  'refuses %s and keeps what was set',
  async (address) => {
    const { savePlatform, settings, told } = cases({ modules: [], platformAddress: 'https://ca.example' })
    await expect((async () => savePlatform({ address }))()).rejects.toThrow('platform.addressInvalid')
    expect([settings().platformAddress, told]).toEqual(['https://ca.example', []])
  },
)

it('forgets the platform when the address is empty', async () => {
  const { savePlatform } = cases({ modules: ['/a.so'], platformAddress: 'https://ca.example' })
  expect((await savePlatform({ address: '' })).platformAddress).toBeUndefined()
})

it('adds a module after the others and puts it to use at once', async () => {
  const { addModule, used } = cases({ modules: ['/a.so'] }, '/b.so')
  expect(await addModule()).toEqual({ modules: ['/a.so', '/b.so'], connection })
  expect(used).toEqual([['/a.so', '/b.so']])
})

it.each([undefined, '/a.so'])('changes nothing when %s is chosen', async (chosen) => {
  const { addModule, used } = cases({ modules: ['/a.so'] }, chosen)
  expect(await addModule()).toEqual({ modules: ['/a.so'], connection })
  expect(used).toEqual([])
})

it('removes a module and stops using it', async () => {
  const { removeModule, used } = cases({ modules: ['/a.so', '/b.so'] })
  expect(await removeModule('/a.so')).toEqual({ modules: ['/b.so'], connection })
  expect(used).toEqual([['/b.so']])
})

it('does not use a module that could not be saved', async () => {
  const failing = { ...memoryStore({ modules: [] }), change: () => Promise.reject(new Error('disk full')) }
  const { addModule, used } = cases({ modules: [] }, '/a.so', failing)
  await expect(addModule()).rejects.toThrow('disk full')
  expect(used).toEqual([])
})

it('shows the demonstration’s settings and lets nobody change them', async () => {
  const fixed = fixedSettings(() => 'http://127.0.0.1:1')
  expect(fixed.settings()).toEqual({ platformAddress: 'http://127.0.0.1:1', modules: [], connection })
  const changes = [
    () => fixed.savePlatform({ address: 'https://ca.example' }),
    () => fixed.saveConnection({ pins: [], proxy: { mode: 'none' }, useSystemNetwork: false }),
    fixed.chooseRoot,
    fixed.removeRoot,
    fixed.addModule,
    () => fixed.removeModule('/a.so'),
  ]
  for (const change of changes) await expect(change()).rejects.toThrow('demo.fixed')
})

it('shows the account’s name that is kept, whatever else is changed', async () => {
  const { settings, addModule } = cases({ modules: [], rememberedAccount: 'zhang' }, '/b.so')
  expect(settings()).toEqual({ modules: [], rememberedAccount: 'zhang', connection })
  expect(await addModule()).toEqual({ modules: ['/b.so'], rememberedAccount: 'zhang', connection })
})
