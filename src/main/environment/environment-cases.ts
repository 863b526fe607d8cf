import type { CheckName } from '../../shared/environment/check-names.ts'
import type { CheckResult, EnvironmentFix, EnvironmentReport } from '../../shared/ipc/models-environment.ts'
import { AppError } from '../app-error.ts'
import type { Fix } from './fix.ts'
import type { CheckRunner } from './run-checks.ts'

/** What the page 环境检测 asks for, and a 诊断包. */
export interface EnvironmentCases {
  run(): Promise<EnvironmentReport>
  /** Everything anew for a 诊断包: what the page shows stays as it is. */
  look(): Promise<readonly CheckResult[]>
  recheck(name: CheckName): Promise<CheckResult>
  /** Does what a row offers, and looks again. Code environment.fixNotOffered: no row of the last look does. */
  fix(wanted: EnvironmentFix): Promise<CheckResult>
}

export function createEnvironmentCases(runner: CheckRunner, fixes: readonly Fix[]): EnvironmentCases {
  const recheck = async (name: CheckName): Promise<CheckResult> => {
    const result = await runner.recheck(name)
    if (result === undefined) throw new AppError('ipc.invalidInput', { details: { name } })
    return result
  }
  return {
    run: runner.run,
    look: runner.look,
    recheck,
    fix: async (wanted) => {
      const fix = fixes.find(({ name }) => name === wanted.fix)
      if (fix === undefined || !isOffered(wanted, runner.last(wanted.name))) {
        throw new AppError('environment.fixNotOffered')
      }
      await fix.run(wanted.subject)
      return recheck(wanted.name)
    },
  }
}

/** The page names a row; what was not found by a check is not acted on, whoever asks. */
function isOffered({ subject, fix }: EnvironmentFix, result: CheckResult | undefined): boolean {
  return result?.findings.some((finding) => finding.fix === fix && finding.subject === subject) === true
}
