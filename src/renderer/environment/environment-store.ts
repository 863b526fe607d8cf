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

/** 检测报告, or USB Key 报告. */
type ReportKind = 'checks' | 'keys'

interface EnvironmentState {
  /** Of the newest run: what it looks at, and what has come in. */
  readonly run: number
  readonly names: readonly CheckName[]
  readonly results: readonly CheckResult[]
  readonly isRunning: boolean
  /** The newest run has failed: what it has not told is not known. */
  readonly isCutShort: boolean
  /** Once the run is over. */
  readonly ended: Pick<EnvironmentReport, 'startedAt' | 'durationMs'> | undefined
  readonly failure: Failure | undefined
  /** What is being done about a row. */
  readonly fixing: EnvironmentFix | undefined
  /** What `failure` is of, where it is of a fix. */
  readonly tried: EnvironmentFix | undefined
  /** Which report, and the name of its file, or that nothing was saved. */
  readonly exported: { readonly report: ReportKind; readonly fileName: string | undefined } | undefined
  /** The USB Key 报告 is being collected: a library may take a minute. */
  readonly isReportingKeys: boolean
  readonly runAll: () => Promise<void>
  readonly received: (progress: EnvironmentProgress) => void
  readonly recheck: (name: CheckName) => Promise<void>
  readonly fix: (wanted: EnvironmentFix) => Promise<void>
  readonly saveReport: (text: string) => Promise<void>
  readonly saveKeyReport: () => Promise<void>
}

const nothing = {
  ...{ run: 0, names: [], results: [], isRunning: false, isCutShort: false },
  isReportingKeys: false,
  ...{ ended: undefined, failure: undefined, fixing: undefined, tried: undefined, exported: undefined },
} as const

/** Whatever is asked next, what was told of the last is over. */
const asked = { failure: undefined, tried: undefined, exported: undefined } as const

export const useEnvironment = create<EnvironmentState>()((set) => {
  // An answer that a later question has overtaken says nothing any more.
  let latest = 0
  /** Looked at again since the newest run began: that run knows them as they were before. */
  const again = new Set<CheckName>()
  const take = (result: CheckResult) => {
    again.add(result.name)
    set(({ results }) => ({ results: withResult(results, result) }))
  }
  const attempt = async (action: () => Promise<void>) => {
    set(asked)
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
      again.clear()
      set({ ...asked, isRunning: true, isCutShort: false, ended: undefined })
      try {
        const report = await call('environment:run', {})
        if (own === latest) set((seen) => withReport(seen, report, again))
      } catch (thrown) {
        if (own === latest) set(({ results }) => cutShort(results, toFailure(thrown)))
      }
    },
    received: (progress) => set((seen) => withProgress(seen, progress, again)),
    recheck: (name) => attempt(async () => take(await call('environment:recheck', { name }))),
    fix: async (wanted) => {
      set({ fixing: wanted })
      await attempt(async () => take(await call('environment:fix', wanted)))
      set({ fixing: undefined, tried: wanted })
    },
    ...reports(attempt, set),
  }
})

type Reports = Pick<EnvironmentState, 'saveReport' | 'saveKeyReport'>

function reports(attempt: (action: () => Promise<void>) => Promise<void>, set: (state: Ended) => void): Reports {
  return {
    saveReport: (text) => attempt(async () => set(exportedAs('checks', await call('environment:export', { text })))),
    saveKeyReport: async () => {
      set({ isReportingKeys: true })
      await attempt(async () => set(exportedAs('keys', await call('environment:export-key-report', {}))))
      set({ isReportingKeys: false })
    },
  }
}

function exportedAs(
  report: ReportKind,
  { fileName }: { readonly fileName?: string | undefined },
): Pick<EnvironmentState, 'exported'> {
  return { exported: { report, fileName } }
}

type Seen = Pick<EnvironmentState, 'run' | 'names' | 'results'>

type Ended = Partial<EnvironmentState>

function withReport(seen: Seen, report: EnvironmentReport, again: ReadonlySet<CheckName>): Ended {
  const { run, startedAt, durationMs } = report
  const newer = seen.results.filter(({ name }) => again.has(name))
  const results = newer.reduce<readonly CheckResult[]>(withResult, report.results)
  return { run, names: results.map(({ name }) => name), results, isRunning: false, ended: { startedAt, durationMs } }
}

/** What has not come will not come any more. */
function cutShort(results: readonly CheckResult[], failure: Failure): Ended {
  return { names: results.map(({ name }) => name), isRunning: false, isCutShort: true, failure }
}

/** A new run begins with nothing of the one before; what still comes of an older one is left out. */
function withProgress(seen: Seen, { run, names, result }: EnvironmentProgress, again: ReadonlySet<CheckName>): Seen {
  if (run < seen.run) return seen
  const results = run > seen.run ? seen.results.filter(({ name }) => again.has(name)) : seen.results
  const isNews = result !== undefined && !again.has(result.name)
  return { run, names, results: isNews ? withResult(results, result) : results }
}

function withResult(results: readonly CheckResult[], result: CheckResult): readonly CheckResult[] {
  return [...results.filter(({ name }) => name !== result.name), result]
}
