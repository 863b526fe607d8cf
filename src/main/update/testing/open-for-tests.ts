/** For tests only: updates in a folder of their own, in front of a server on this computer. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpdateReport, UpdateStage } from '../../../shared/ipc/models-update.ts'
import { createPublish } from '../../ipc/publish.ts'
import { quietLog } from '../../logging/testing/quiet-log.ts'
import { openSettings } from '../../settings/settings-store.ts'
import { openUpdates, type Updates } from '../open-updates.ts'
import type { Installer, UpdateHost } from '../ports.ts'

export interface UpdateStand {
  readonly folder: string
  /** What was put in the place of the program, by version. */
  readonly installed: string[]
  /** Failures that were logged, by code. */
  readonly failures: string[]
  /** How often the program was asked to end, and to start again. */
  readonly left: () => number
  readonly relaunched: () => number
  readonly published: UpdateReport[]
  readonly open: (changes?: StandChanges) => Promise<OpenedUpdates>
  readonly remove: () => void
}

interface StandChanges {
  readonly version?: string
  readonly address?: string
  readonly host?: Partial<UpdateHost>
  readonly installer?: Partial<Installer>
  readonly mode?: 'demo' | 'real'
  readonly writing?: () => string | undefined
  readonly deadline?: (ms: number) => AbortSignal
  readonly clock?: Parameters<typeof openUpdates>[2]
}

export interface OpenedUpdates extends Updates {
  /** Waits until the report is in one of these stages. */
  readonly until: (...stages: UpdateStage[]) => Promise<UpdateReport>
}

export function createUpdateStand(feedName: string, key: string): UpdateStand {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'))
  const [installed, failures, published]: [string[], string[], UpdateReport[]] = [[], [], []]
  let [left, relaunched] = [0, 0]
  const open = async (changes: StandChanges = {}): Promise<OpenedUpdates> => {
    const settings = await openSettings(join(folder, 'settings.json'))
    if (changes.address !== undefined) await settings.change({ updateAddress: changes.address })
    const waiting = new Set<() => void>()
    const update: UpdateHost = {
      installation: { kind: 'deb', cpu: 'x64', ...noting(installed), ...changes.installer },
      ...{ keys: [key], feed: feedName },
      leave: () => void (left += 1),
      relaunch: () => void (relaunched += 1),
      ...changes.host,
    }
    const { version = '0.1.0', mode = 'real', deadline = AbortSignal.timeout } = changes
    const host = { ...{ version, mode, update, platform: { deadline } }, userData: folder }
    const log = quietLog({ failure: (_where, { code }) => void failures.push(code) })
    const network = { resolveProxy: () => Promise.resolve('DIRECT'), fetch: () => fetch }
    const publish = createPublish((event, payload) => {
      if (event === 'update:changed') published.push(payload as UpdateReport)
      for (const wake of waiting) wake()
    })
    const updates = await openUpdates({ ...host, log, network, publish }, settings, changes.clock)
    updates.start({ writing: changes.writing ?? (() => undefined) })
    return { ...updates, until: (...stages) => untilStage(updates, stages, waiting) }
  }
  return {
    ...{ folder, installed, failures, published, open, left: () => left, relaunched: () => relaunched },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Notes the version instead of installing it. */
function noting(installed: string[]): Installer {
  return {
    prepare: ({ version }) =>
      Promise.resolve({
        install: () => {
          installed.push(version)
          return Promise.resolve()
        },
      }),
  }
}

/** Asked again each time something is published. */
async function untilStage(
  { cases }: Updates,
  stages: readonly UpdateStage[],
  waiting: Set<() => void>,
): Promise<UpdateReport> {
  for (;;) {
    const change = new Promise<void>((resolve) => void waiting.add(resolve))
    const report = await cases.report()
    if (stages.includes(report.stage)) return report
    await change
  }
}
