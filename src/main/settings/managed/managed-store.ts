import { isDeepStrictEqual } from 'node:util'
import type { PolicyKey } from '../../../shared/settings/policy-keys.ts'
import { AppError } from '../../app-error.ts'
import { usualConnection, type Connection } from '../connection-settings.ts'
import type { Settings, SettingsStore } from '../settings-store.ts'
import type { Managed } from './managed.ts'

const connectionKeys = ['rootCertificate', 'pins', 'proxy', 'useSystemNetwork'] as const satisfies readonly PolicyKey[]
const listKeys = ['modules', 'trustedAuthorities'] as const satisfies readonly PolicyKey[]
const plainKeys = ['platformAddress', 'updateAddress', 'language'] as const satisfies readonly PolicyKey[]

/**
 * The user's settings under those of the administrator. What is read is what holds; what is written is the user's own, so
 * that nothing of a policy stays behind when it goes. A change of what is locked fails with settings.managed.
 */
export function underPolicy(store: SettingsStore, managed: Managed | undefined): SettingsStore {
  if (managed === undefined) return store
  const shown = (own: Settings) => ({ ...effective(own, managed), managed })
  return {
    read: () => shown(store.read()),
    change: async (change) => {
      const saved = await store.change((own) => {
        const holding = effective(own, managed)
        const wanted = typeof change === 'function' ? change(holding) : change
        return ownChange({ own, holding, wanted }, managed)
      })
      return shown(saved)
    },
  }
}

/** Locked: the administrator's. Otherwise the administrator's is what holds until the user has chosen. Lists are joined. */
function effective(own: Settings, { values, isLocked }: Managed): Settings {
  const plain = plainKeys.map((key) => [key, isLocked(key) ? values[key] : (own[key] ?? values[key])])
  const lists = listKeys.map((key) => [key, joined(values[key], isLocked(key) ? [] : own[key])])
  return {
    ...own,
    ...Object.fromEntries([...plain, ...lists]),
    connection: effectiveConnection(own.connection, { values, isLocked }),
  } as Settings
}

function joined(given: readonly string[] = [], own: readonly string[] = []): readonly string[] {
  return [...given, ...own.filter((one) => !given.includes(one))]
}

function effectiveConnection(
  own: Connection | undefined,
  { values, isLocked }: Pick<Managed, 'values' | 'isLocked'>,
): Connection | undefined {
  const given = { ...values, proxy: values.proxy === undefined ? undefined : proxyOf(values.proxy) }
  const used = connectionKeys.filter((key) => isLocked(key) || (own === undefined && given[key] !== undefined))
  if (used.length === 0) return own
  const usual: Partial<Connection> = usualConnection
  return { ...usualConnection, ...own, ...Object.fromEntries(used.map((key) => [key, given[key] ?? usual[key]])) }
}

function proxyOf(text: string): Connection['proxy'] {
  return text === 'system' || text === 'none' ? { mode: text } : { mode: 'manual', address: text }
}

interface Wish {
  readonly own: Settings
  /** What holds now. */
  readonly holding: Settings
  readonly wanted: Partial<Settings>
}

/** What of a wish is kept as the user's own. Code settings.managed where it would change what is locked. */
function ownChange({ own, holding, wanted }: Wish, managed: Managed): Partial<Settings> {
  const { values, isLocked } = managed
  const kept: Partial<Record<keyof Settings, unknown>> = { ...wanted }
  for (const key of plainKeys) {
    if (key in wanted && isLocked(key)) {
      refuseOther(wanted[key], holding[key])
      kept[key] = own[key]
    }
  }
  for (const key of listKeys) {
    const list = wanted[key]
    if (list === undefined) continue
    const given = values[key] ?? []
    if (isLocked(key) || given.some((one) => !list.includes(one))) refuseOther(list, holding[key])
    kept[key] = isLocked(key) ? own[key] : list.filter((one) => !given.includes(one))
  }
  if ('connection' in wanted) kept.connection = ownConnection({ own, holding, wanted }, managed)
  return kept as Partial<Settings>
}

/** Nothing becomes the user's own by being shown and saved again: only where something differs is the whole kept. */
function ownConnection({ own, holding, wanted }: Wish, { isLocked }: Managed): Connection | undefined {
  const before: Partial<Connection> = { ...usualConnection, ...holding.connection }
  const after: Partial<Connection> = { ...usualConnection, ...wanted.connection }
  const keys = [...connectionKeys, 'approvedPlainOrigin'] as const
  if (keys.every((key) => isDeepStrictEqual(before[key], after[key]))) return own.connection
  const locked = connectionKeys.filter(isLocked)
  for (const key of locked) refuseOther(after[key], before[key])
  const usual: Partial<Connection> = { ...usualConnection, ...own.connection }
  return { ...usualConnection, ...after, ...Object.fromEntries(locked.map((key) => [key, usual[key]])) }
}

function refuseOther(wanted: unknown, holding: unknown): void {
  if (!isDeepStrictEqual(wanted, holding)) throw new AppError('settings.managed')
}
