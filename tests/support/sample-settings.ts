import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Settings } from '../../src/shared/ipc/models.ts'
import type { Answers } from './fake-desktop.ts'
import { appearanceAnswers } from './sample-appearance.ts'
import { updateAnswers } from './sample-update.ts'

export function sampleSettings(changes: Partial<Settings> = {}): Settings {
  const connection: Settings['connection'] = { pins: [], proxy: { mode: 'system' }, useSystemNetwork: false }
  return { platformAddress: 'https://ca.example.com', modules: [], connection, ...changes }
}

export const sampleRoot = { subject: 'CN=济南示例集团根证书, O=济南示例集团', notAfter: '2035-06-30T16:00:00.000Z' }

type SettingsChannel = Extract<Channel, `${'settings' | 'appearance' | 'update'}:${string}` | 'app:show-licences'>

/** Like main: what is saved stays. */
export function settingsAnswers(initial: Settings): Pick<Answers, SettingsChannel> {
  let settings = initial
  const save = (change: Partial<Settings>) => {
    settings = { ...settings, ...change }
    return { ok: true, value: settings } as const
  }
  const connect = (change: Partial<Settings['connection']>, more: Partial<Settings> = {}) =>
    save({ ...more, connection: { ...settings.connection, ...change } })
  return {
    ...{ ...appearanceAnswers(), ...updateAnswers() },
    'app:show-licences': () => ({ ok: true, value: { isShown: true } }),
    'settings:read': () => save({}),
    'settings:save-platform': ({ address, approvedOrigin }) =>
      connect({ approvedPlainOrigin: approvedOrigin }, { platformAddress: address === '' ? undefined : address }),
    'settings:save-connection': (connection) => connect(connection),
    'settings:choose-root': () => connect({ rootCertificate: sampleRoot }),
    'settings:remove-root': () => connect({ rootCertificate: undefined }),
    'settings:add-module': () => save({ modules: [...settings.modules, '/opt/vendor/libkey.so'] }),
    'settings:remove-module': ({ path }) => save({ modules: settings.modules.filter((one) => one !== path) }),
  }
}
