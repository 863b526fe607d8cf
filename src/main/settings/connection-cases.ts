import type { Input } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/ipc/models.ts'
import { AppError } from '../app-error.ts'
import { plainOriginOf, parsePlatformAddress } from '../platform/platform-address.ts'
import { parseProxyAddress } from '../platform/transport/proxy-address.ts'
import { isPin } from '../platform/transport/spki-pins.ts'
import { describeConnection, usualConnection, type Connection } from './connection-settings.ts'
import { readRoot } from './root-certificate.ts'
import type { Settings as Stored, SettingsStore } from './settings-store.ts'
import { readSmallFile } from '../files/read-small-file.ts'

export interface ConnectionCases {
  /**
   * Saves the address. One that would be spoken to without encryption needs its exact origin as the approval, and any
   * other address ends that approval. Empty: forgets the platform. Code platform.addressInvalid.
   */
  readonly savePlatform: (input: Input<'settings:save-platform'>) => Promise<Settings>
  /** All or nothing. Codes settings.pinInvalid, settings.proxyInvalid. */
  readonly saveConnection: (input: Input<'settings:save-connection'>) => Promise<Settings>
  /** Asks for a file; nothing changes when the user cancels. Code settings.rootInvalid. */
  readonly chooseRoot: () => Promise<Settings>
  readonly removeRoot: () => Promise<Settings>
}

interface ConnectionParts {
  readonly store: SettingsStore
  /** Asks for the file of a root certificate; nothing when the user cancels. */
  readonly chooseRootFile: () => Promise<string | undefined>
  readonly now: () => Date
  /** Told when the platform's address has changed. */
  readonly platformChanged: () => void
}

export function createConnectionCases(parts: ConnectionParts): ConnectionCases {
  const { store, chooseRootFile, now, platformChanged } = parts
  const save = async (change: Partial<Connection>) =>
    describeSettings(await store.change(({ connection }) => ({ connection: withChange(connection, change) })))
  return {
    savePlatform: async ({ address, approvedOrigin }) => {
      if (address !== '') parsePlatformAddress(address, approvedOrigin)
      const saved = await store.change(({ connection }) => ({
        platformAddress: address === '' ? undefined : address,
        connection: withChange(connection, { approvedPlainOrigin: plainOriginOf(address) }),
      }))
      platformChanged()
      return describeSettings(saved)
    },
    saveConnection: async ({ pins, proxy, useSystemNetwork }) => {
      if (!pins.every(isPin)) throw new AppError('settings.pinInvalid')
      if (proxy.mode === 'manual') parseProxyAddress(proxy.address ?? '')
      return save({ pins, proxy, useSystemNetwork })
    },
    chooseRoot: async () => {
      const path = await chooseRootFile()
      if (path === undefined) return describeSettings(store.read())
      return save({ rootCertificate: readRoot(await readSmallFile(path, 'settings.rootInvalid'), now()) })
    },
    removeRoot: () => save({ rootCertificate: undefined }),
  }
}

/** What is kept, as the page may see it. */
export function describeSettings({ connection, managed, ...others }: Stored): Settings {
  return { ...others, connection: describeConnection(connection), managed: managed?.report }
}

/** Unset as long as nothing differs from what is usual. */
function withChange(connection: Connection | undefined, change: Partial<Connection>): Connection | undefined {
  const isChanged = Object.values(change).some((value) => value !== undefined)
  return connection === undefined && !isChanged ? undefined : { ...usualConnection, ...connection, ...change }
}
