import { create } from 'zustand'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { Failure } from '../../shared/failure.ts'
import type {
  CheckResult,
  EnvironmentFix,
  EnvironmentProgress,
  EnvironmentReport,
} from '../../shared/ipc/models-environment.ts'
import { call, toFailure } from '../desktop.ts'

interface EnvironmentState {
  /** Of the newest run: what it looks at, and what has come in. */
  readonly run: number
  readonly names: readonly CheckName[]
  readonly results: readonly CheckResult[]
  readonly isRunning: boolean
  /** Once the run is over. */
  readonly ended: Pick<EnvironmentReport, 'startedAt' | 'durationMs'> | undefined
  readonly failure: Failure | undefined
  /** What is being done about a row. */
  readonly fixing: EnvironmentFix | undefined
  /** What `failure` is of, where it is of a fix. */
  readonly tried: EnvironmentFix | undefined
  /** The name of the file, or that nothing was saved. */
  readonly exported: { readonly fileName: string | undefined } | undefined
  readonly runAll: () => Promise<void>
  readonly received: (progress: EnvironmentProgress) => void
  readonly recheck: (name: CheckName) => Promise<void>
  readonly fix: (wanted: EnvironmentFix) => Promise<void>
  readonly saveReport: (text: string) => Promise<void>
}

const nothing = {
  ...{ run: 0, names: [], results: [], isRunning: false },
  ...{ ended: undefined, failure: undefined, fixing: undefined, tried: undefined, exported: undefined },
} as const

export const useEnvironment = create<EnvironmentState>()((set) => {
  // An answer that a later question has overtaken says nothing any more.
  let latest = 0
  const take = (result: CheckResult) => set(({ results }) => ({ results: withResult(results, result) }))
  const attempt = async (action: () => Promise<void>) => {
    set({ failure: undefined, tried: undefined, exported: undefined })
    try {
      await action()
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    ...nothing,
    runAll: async () => {
      const own = ++latest
      set({ isRunning: true, failure: undefined, tried: undefined, ended: undefined, exported: undefined })
      try {
        const { run, results, startedAt, durationMs } = await call('environment:run', {})
        const names = results.map(({ name }) => name)
        if (own === latest) set({ run, names, results, isRunning: false, ended: { startedAt, durationMs } })
      } catch (thrown) {
        if (own === latest) set({ isRunning: false, failure: toFailure(thrown) })
      }
    },
    received: (progress) => set((state) => withProgress(state, progress)),
    recheck: (name) => attempt(async () => take(await call('environment:recheck', { name }))),
    fix: async (wanted) => {
      set({ fixing: wanted })
      await attempt(async () => take(await call('environment:fix', wanted)))
      set({ fixing: undefined, tried: wanted })
    },
    saveReport: (text) =>
      attempt(async () => {
        const { fileName } = await call('environment:export', { text })
        set({ exported: { fileName } })
      }),
  }
})

type Seen = Pick<EnvironmentState, 'run' | 'names' | 'results'>

/** A new run begins with nothing of the one before; what still comes of an older one is left out. */
function withProgress(seen: Seen, { run, names, result }: EnvironmentProgress): Seen {
  if (run < seen.run) return seen
  const results = run > seen.run ? [] : seen.results
  return { run, names, results: result === undefined ? results : withResult(results, result) }
}

function withResult(results: readonly CheckResult[], result: CheckResult): readonly CheckResult[] {
  return [...results.filter(({ name }) => name !== result.name), result]
}
