import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Inspection } from './inspection.ts'

/** SECURITY(19): as facts and reasons stand in electron-builder.yml. */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const satisfies Record<keyof typeof FuseV1Options, boolean>

/** A fuse in the wire is a character (electron docs, tutorial/fuses). */
const states = { on: '1'.charCodeAt(0), off: '0'.charCodeAt(0) } as const

/** Read back from the executable, every one that this version of @electron/fuses has a name for. */
export const fusesAreSet: Inspection = {
  name: 'fuses',
  inspect: async ({ executable }) => {
    const wire = (await getCurrentFuseWire(executable)) as unknown as Readonly<Record<number, number>>
    return Object.entries(wanted).flatMap(([name, isOn]) => {
      const state = wire[FuseV1Options[name as keyof typeof wanted]]
      return state === states[isOn ? 'on' : 'off'] ? [] : [`${name} is not ${isOn ? 'on' : 'off'}`]
    })
  },
}
