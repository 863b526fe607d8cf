import { createApp } from '../../src/main/app.ts'
import type { App, Host } from '../../src/main/host.ts'
import { createDriverHost } from '../../src/main/drivers/driver-host.ts'
import { answer } from '../../src/main/ipc/answer.ts'
import type { Log } from '../../src/main/logging/log.ts'
import { quietLog, quietLogFile } from '../../src/main/logging/testing/quiet-log.ts'
import { nothingRuns } from '../../src/main/conflicts/systems/nothing-runs.ts'
import { createPublish } from '../../src/main/ipc/publish.ts'
import { startPage } from '../../src/main/window/content-protocol.ts'
import type { Channel, EventName } from '../../src/shared/ipc/channels.ts'
import type { Input, Output } from '../../src/shared/ipc/contract.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import type { Overview } from '../../src/shared/ipc/models.ts'
import { openSettings } from '../../src/main/settings/settings-store.ts'
import { join } from 'node:path'
import type { Deadlines } from '../../src/main/token/deadlines.ts'
import type { WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { spawnForTests, type Desk } from './desk.ts'

export interface AppUnderTest {
  /** The way of a call from the page: schema, use case, schema. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /** For calls that succeed: fails with the failure otherwise. */
  value<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  readonly published: readonly { readonly event: EventName; readonly payload: unknown }[]
  /** Waits until the overview is as wanted. */
  overview(wanted: (overview: Overview) => boolean): Promise<Overview>
  close(): Promise<void>
}

interface Options {
  /** Instead of the desk's own module. */
  readonly modules?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly chooseSavePath?: (suggestion: string) => Promise<string | undefined>
  readonly chooseFile?: Host['chooseFile']
  /** Nobody agrees unless told. */
  readonly confirmFinalTry?: Host['confirmFinalTry']
  readonly deadlines?: Partial<Deadlines>
  readonly log?: Log
  readonly logFile?: Host['logFile']
  /** Nothing runs beside the program unless told: what this computer runs decides nothing. */
  readonly conflicts?: Host['conflicts']
  readonly spawn?: WorkerSpawner
  readonly platform?: Host['platform']
  readonly network?: Host['network']
  /** Nothing is shown outside the window unless told. */
  readonly outside?: Host['outside']
  /** Nothing is looked for unless told: this computer may have drivers. */
  readonly drivers?: Partial<Host['drivers']>
}

/** The real main code under plain Node: workers are forked, the page is this test. */
export async function startApp(
  desk: Pick<Desk, 'userData' | 'origin' | 'modulePath'> & {
    readonly store: Pick<Desk['store'], 'environment'>
  } & Partial<Pick<Desk, 'trustedAuthorities'>>,
  options: Options = {},
): Promise<AppUnderTest> {
  const settings = await openSettings(join(desk.userData, 'settings.json'))
  await settings.change({
    platformAddress: desk.origin,
    modules: [...(options.modules ?? [desk.modulePath])],
    trustedAuthorities: [...(desk.trustedAuthorities ?? [])],
  })
  const log = options.log ?? quietLog()
  const published: { event: EventName; payload: unknown }[] = []
  const waiting = new Set<() => void>()
  const spawnWorker: WorkerSpawner = (kind, environment) =>
    (options.spawn ?? spawnForTests)(kind, { ...desk.store.environment, ...options.environment, ...environment })
  const app = await createApp({
    version: '0.0.0',
    mode: 'real',
    userData: desk.userData,
    resources: join(import.meta.dirname, '../../resources'),
    systemLanguage: () => 'zh-CN',
    log,
    logFile: options.logFile ?? quietLogFile,
    conflicts: options.conflicts ?? nothingRuns,
    showFile: () => undefined,
    publish: createPublish((event, payload) => {
      published.push({ event, payload })
      for (const wake of waiting) wake()
      waiting.clear()
    }),
    spawnWorker,
    startSimulator: () => {
      throw new Error('real mode starts no simulator')
    },
    chooseSavePath: options.chooseSavePath ?? (() => Promise.resolve(undefined)),
    chooseFile: options.chooseFile ?? (() => Promise.resolve(undefined)),
    // Paper needs a browser engine: the end-to-end tests look at the PDF, these at the page.
    printPdf: (page) => Promise.resolve(new TextEncoder().encode(page)),
    writing: () => undefined,
    quit: () => undefined,
    ...(options.deadlines === undefined ? {} : { deadlines: options.deadlines }),
    ...(options.platform === undefined ? {} : { platform: options.platform }),
    ...(options.outside === undefined ? {} : { outside: options.outside }),
    chooseModule: () => Promise.resolve(undefined),
    chooseRootFile: () => Promise.resolve(undefined),
    confirmFinalTry: options.confirmFinalTry ?? (() => Promise.resolve(false)),
    drivers: { ...createDriverHost({ searches: false, ...quietDialogs }), ...options.drivers },
    network: options.network ?? { resolveProxy: () => Promise.resolve('DIRECT'), fetch: () => fetch },
  })
  const call = createCall(app, log)
  const value: AppUnderTest['value'] = async (channel, input) => {
    const result = await call(channel, input)
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  return {
    call,
    value,
    published,
    overview: async (wanted) => {
      for (;;) {
        const change = new Promise<void>((resolve) => {
          waiting.add(resolve)
        })
        const overview = await value('certificates:overview', {})
        if (wanted(overview)) return overview
        await change
      }
    },
    close: app.close,
  }
}

const quietDialogs = { chooseTable: () => Promise.resolve(undefined), openPage: () => Promise.resolve() }

function createCall(app: App, log: Log): AppUnderTest['call'] {
  const frame = { url: startPage }
  return (channel, input) => {
    // Electron's frames are told apart by identity; the answer asks for nothing else but the address.
    const event = { senderFrame: frame, sender: { mainFrame: frame } } as never
    return answer(channel, { event, input }, app.handlers, log)
  }
}
