import { expect, it } from 'vitest'
import { createSettingsCases, fixedSettings } from './settings-cases.ts'
import type { Settings, SettingsStore } from './settings-store.ts'

function cases(initial: Settings, chosen?: string) {
  let settings = initial
  const used: (readonly string[])[] = []
  const store: SettingsStore = {
    read: () => settings,
    change: (change) => {
      settings = { ...settings, ...change }
      return Promise.resolve(settings)
    },
  }
  const chooseModule = () => Promise.resolve(chosen)
  return { used, store, ...createSettingsCases(store, chooseModule, (paths) => used.push(paths)) }
}

it('saves an address that calls can go to', async () => {
  const { savePlatform, settings } = cases({ modules: [] })
  expect(await savePlatform('https://ca.example/api/v1')).toEqual({
    modules: [],
    platformAddress: 'https://ca.example/api/v1',
  })
  expect(settings()).toEqual({ modules: [], platformAddress: 'https://ca.example/api/v1' })
})

it.each(['http://ca.example', 'ca.example', 'https://user:secret@ca.example'])(
  'refuses %s and keeps what was set',
  async (address) => {
    const { savePlatform, settings } = cases({ modules: [], platformAddress: 'https://ca.example' })
    await expect((async () => savePlatform(address))()).rejects.toThrow('platform.addressInvalid')
    expect(settings().platformAddress).toBe('https://ca.example')
  },
)

it('forgets the platform when the address is empty', async () => {
  const { savePlatform } = cases({ modules: ['/a.so'], platformAddress: 'https://ca.example' })
  expect((await savePlatform('')).platformAddress).toBeUndefined()
})

it('adds a module after the others and puts it to use at once', async () => {
  const { addModule, used } = cases({ modules: ['/a.so'] }, '/b.so')
  expect(await addModule()).toEqual({ modules: ['/a.so', '/b.so'] })
  expect(used).toEqual([['/a.so', '/b.so']])
})

it.each([undefined, '/a.so'])('changes nothing when %s is chosen', async (chosen) => {
  const { addModule, used } = cases({ modules: ['/a.so'] }, chosen)
  expect(await addModule()).toEqual({ modules: ['/a.so'] })
  expect(used).toEqual([])
})

it('removes a module and stops using it', async () => {
  const { removeModule, used } = cases({ modules: ['/a.so', '/b.so'] })
  expect(await removeModule('/a.so')).toEqual({ modules: ['/b.so'] })
  expect(used).toEqual([['/b.so']])
})

it('does not use a module that could not be saved', async () => {
  const { store } = cases({ modules: [] })
  const used: unknown[] = []
  const failing: SettingsStore = { ...store, change: () => Promise.reject(new Error('disk full')) }
  const { addModule } = createSettingsCases(
    failing,
    () => Promise.resolve('/a.so'),
    (paths) => used.push(paths),
  )
  await expect(addModule()).rejects.toThrow('disk full')
  expect(used).toEqual([])
})

it('shows the demonstration’s settings and lets nobody change them', async () => {
  const settings = { platformAddress: 'http://127.0.0.1:1', modules: [] }
  const fixed = fixedSettings(() => settings)
  expect(fixed.settings()).toEqual(settings)
  const changes = [() => fixed.savePlatform('https://ca.example'), fixed.addModule, () => fixed.removeModule('/a.so')]
  for (const change of changes) await expect(change()).rejects.toThrow('demo.fixed')
})
