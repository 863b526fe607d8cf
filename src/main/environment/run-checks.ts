import type { CheckName } from '../../shared/environment/check-names.ts'
import type { CheckResult, EnvironmentProgress, EnvironmentReport } from '../../shared/ipc/models-environment.ts'
import type { Check } from './check.ts'
import { findingsWithin } from './judge/findings-within.ts'

const usualDeadlineMs = 5000

export interface CheckRunnerParts {
  readonly checks: readonly Check[]
  /** Told in order: the beginning of a run, then each result as it comes; nothing of a run that has been overtaken. */
  readonly publish: (progress: EnvironmentProgress) => void
  /** A check threw what is no AppError. */
  readonly onUnexpected: (name: CheckName, thrown: unknown) => void
  readonly now?: () => Date
}

export interface CheckRunner {
  /**
   * Asks all checks at once and ends the run before, if one is under way: that one answers with this one's report. Never
   * rejects; every check has exactly one result.
   */
  run(): Promise<EnvironmentReport>
  /** All checks anew for whoever else wants to know: the page is told of nothing, and its run goes on. */
  look(): Promise<readonly CheckResult[]>
  /** One check anew; nothing where there is none of this name. */
  recheck(name: CheckName): Promise<CheckResult | undefined>
  /** What was found the last time. */
  last(name: CheckName): CheckResult | undefined
}

export function createCheckRunner(parts: CheckRunnerParts): CheckRunner {
  const known = new Map<CheckName, CheckResult>()
  let latest = 0
  let current: { readonly ending: AbortController; readonly report: Promise<EnvironmentReport> } | undefined

  /** Of the run that is under way only: what comes of an older one is nobody's business any more. */
  const tell = (progress: EnvironmentProgress): void => {
    const { run, result } = progress
    if (run !== latest) return
    if (result !== undefined) known.set(result.name, result)
    parts.publish(progress)
  }
  /** Whoever asked for a run that was overtaken wants to know how things are: the newest run says it. */
  const newest = async (run: number, report: Promise<EnvironmentReport>): Promise<EnvironmentReport> => {
    const own = await report
    return run === latest || current === undefined ? own : current.report
  }
  const anew = async (check: Check): Promise<CheckResult> => {
    const result = await runCheck(check, parts)
    known.set(check.name, result)
    return result
  }
  return {
    run: () => {
      current?.ending.abort()
      const ending = new AbortController()
      const run = ++latest
      const report = newest(run, runAll(run, { ...parts, publish: tell }, ending.signal))
      current = { ending, report }
      return report
    },
    look: () => Promise.all(parts.checks.map(anew)),
    recheck: async (name) => {
      const check = parts.checks.find((one) => one.name === name)
      return check === undefined ? undefined : anew(check)
    },
    last: (name) => known.get(name),
  }
}

async function runAll(run: number, parts: CheckRunnerParts, ended: AbortSignal): Promise<EnvironmentReport> {
  const { checks, publish, now = () => new Date() } = parts
  const startedAt = now().toISOString()
  const begun = performance.now()
  const names = checks.map(({ name }) => name)
  publish({ run, names })
  const results = await Promise.all(
    checks.map(async (check) => {
      const result = await runCheck(check, parts, ended)
      publish({ run, names, result })
      return result
    }),
  )
  return { run, startedAt, durationMs: since(begun), results }
}

async function runCheck(
  { name, deadlineMs = usualDeadlineMs, run }: Check,
  { onUnexpected }: Pick<CheckRunnerParts, 'onUnexpected'>,
  ended?: AbortSignal,
): Promise<CheckResult> {
  const begun = performance.now()
  const findings = await findingsWithin(run, {
    deadlineMs,
    ...(ended === undefined ? {} : { ended }),
    onUnexpected: (thrown) => onUnexpected(name, thrown),
  })
  return { name, durationMs: since(begun), findings: [...findings] }
}

function since(begun: number): number {
  return Math.round(performance.now() - begun)
}
