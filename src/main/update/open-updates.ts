/** Joins updates of the program with its settings, its way into the network, and its folder. */
import { join } from 'node:path'
import { toFailure } from '../app-error.ts'
import { openPart } from '../content/downloads/part-file.ts'
import type { Publish } from '../ipc/publish.ts'
import type { Log } from '../logging/log.ts'
import { noteSent } from '../logging/note-sent.ts'
import type { SystemNetwork } from '../platform/transport/system-network.ts'
import { systemClock } from '../reminders/system-clock.ts'
import type { ReminderClock } from '../reminders/ports.ts'
import { networkPolicy } from '../settings/connection-settings.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { lookDaily } from './daily-look.ts'
import type { Tags } from './download/fetch-package.ts'
import { openPackageFolder } from './download/package-folder.ts'
import type { FeedContent } from './feed/feed-content.ts'
import { createInstalling } from './installing.ts'
import { lookForUpdate } from './look.ts'
import { offerOf, type Offer } from './offer.ts'
import type { UpdateHost } from './ports.ts'
import { recall, rememberFeed } from './recall.ts'
import { settledStage } from './settle.ts'
import { createTransfer } from './transfer.ts'
import { startMarkPath } from './trial/start-mark.ts'
import { createUpdateCases, lookNow, type CaseParts, type UpdateCases } from './update-cases.ts'
import { openUpdateMemory, type UpdateMemory } from './update-memory.ts'
import { createUpdateState } from './update-state.ts'
import { parseUpdateAddress } from './web/update-address.ts'
import { createUpdateWeb } from './web/update-web.ts'

export interface UpdatesHost {
  readonly mode: 'demo' | 'real'
  readonly version: string
  readonly userData: string
  readonly log: Log
  readonly publish: Publish
  readonly network: SystemNetwork
  /** Left out, this copy cannot replace itself. */
  readonly update?: UpdateHost
  readonly platform?: { readonly deadline?: (ms: number) => AbortSignal }
}

export interface Updates {
  readonly cases: UpdateCases
  /** The same host; that a renewal is written to or not any more is seen. */
  readonly watching: <Given extends { readonly publish: Publish }>(host: Given) => Given
  /** From now on it looks once a day. */
  readonly start: (running: { readonly writing: () => string | undefined }) => void
  /** When everything else has ended: installs what the user has asked for. Never rejects. */
  readonly close: () => Promise<void>
}

const nowhere: UpdateHost = {
  ...{ installation: undefined, keys: [], feed: '' },
  ...{ leave: () => undefined, relaunch: () => undefined },
}

export async function openUpdates(
  given: UpdatesHost,
  settings: SettingsStore,
  clock: ReminderClock = systemClock(() => new Date()),
): Promise<Updates> {
  const { log, publish, userData, mode } = given
  const failed = (error: unknown) => log.failure('update', toFailure(error), error)
  const host = mode === 'demo' || given.update === undefined ? nowhere : given.update
  const memory = await openUpdateMemory(join(userData, 'update', 'update.json'), failed)
  let running = { writing: (): string | undefined => undefined }
  const writing = () => running.writing() !== undefined
  const address = () => settings.read().updateAddress
  const { version } = given
  const state = createUpdateState({
    ...{ version, address, host, memory, writing },
    publish: (report) => publish('update:changed', report),
  })
  const { transfer, installing, ...cases } = createParts({ given, settings, host, memory, state, writing, failed })
  let recalled: Promise<void> | undefined
  const remembered = () => (recalled ??= cases.recall().catch(failed))
  const parts = { ...cases, state, memory, transfer, installing, host, writing, failed, recalled: remembered }
  let stop = () => undefined as unknown
  return {
    cases: createUpdateCases({ ...parts, isDemo: mode === 'demo' }),
    watching: (one) => ({ ...one, publish: watched(one.publish, state.tell) }),
    start: (now) => {
      running = now
      void remembered()
      const mayLook = () => state.report().stage !== 'locked' && !writing()
      stop = lookDaily({ clock, memory, mayLook, look: () => lookNow(parts).catch(failed) })
    },
    close: async () => {
      stop()
      await transfer.stop()
      await installing.finish()
    },
  }
}

interface Given extends Pick<CaseParts, 'host' | 'state' | 'memory' | 'writing' | 'failed'> {
  readonly given: UpdatesHost
  readonly settings: SettingsStore
}

function createParts({ given, settings, ...parts }: Given) {
  const { host, state, memory, failed } = parts
  const { version, userData } = given
  const folder = openPackageFolder(join(userData, 'update', 'packages'))
  const markPath = startMarkPath(userData)
  const web = webOf(given, settings)
  const offer = (content: FeedContent): Offer =>
    offerOf(content, { version, installation: host.installation ?? { kind: 'deb', cpu: '' }, own: memory.read().own })
  const now = () => new Date()
  return {
    installing: createInstalling({ ...parts, folder, version, markPath }),
    transfer: createTransfer({
      ...{ state, folder, web, openPart, tags: tagsIn(memory), stopped: failed },
      prepare: (file) => host.installation?.prepare(file) ?? Promise.reject(new Error('not installed')),
    }),
    recall: () => recall({ memory, folder, state, markPath, version, keys: host.keys, offer }),
    find: () =>
      lookForUpdate({ web, memory, keys: host.keys, feed: host.feed, version, now }, new AbortController().signal),
    show: async (found: Awaited<ReturnType<typeof lookForUpdate>>) => {
      if (found === undefined) state.set({ stage: 'current', offer: undefined, received: 0 })
      else {
        const shown = offer(found.content)
        await memory.change(rememberFeed(found.feed))
        state.set({ offer: shown, ...(await settledStage(shown, folder)) })
      }
    },
    keepAddress: async (updateAddress: string | undefined) => {
      await settings.change({ updateAddress })
    },
  }
}

function webOf({ version, network, platform, log }: UpdatesHost, settings: SettingsStore) {
  return createUpdateWeb({
    baseUrl: () => parseUpdateAddress(settings.read().updateAddress ?? ''),
    userAgent: `CertUserTool/${version}`,
    policy: () => networkPolicy(settings.read().connection),
    system: network,
    deadline: platform?.deadline ?? AbortSignal.timeout,
    onSent: noteSent(log),
  })
}

function tagsIn(memory: UpdateMemory): Tags {
  return {
    of: ({ sha512 }) => memory.read().tags[sha512],
    keep: async ({ sha512 }, etag) => {
      const others = Object.entries(memory.read().tags).filter(([name]) => name !== sha512)
      const own: readonly (readonly [string, string])[] = etag === undefined ? [] : [[sha512, etag]]
      await memory.change({ tags: Object.fromEntries([...others, ...own]) })
    },
  }
}

/** A renewal holds updates up, and lets them go on. */
function watched(publish: Publish, changed: () => void): Publish {
  return (event, payload) => {
    publish(event, payload)
    if (event === 'renewal:changed') changed()
  }
}
