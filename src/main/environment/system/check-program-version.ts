import type { Check } from '../check.ts'
import { compareVersions } from '../compare-versions.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'

export interface ProgramParts {
  /** Of this program. */
  readonly version: string
  /** The newest version that there is; nothing where no place to ask is configured. */
  readonly newest?: () => Promise<string | undefined>
}

/** Is there a newer version? Only claimed where somebody was asked. Code environment.programOutdated. */
export function createProgramCheck({ version, newest = () => Promise.resolve(undefined) }: ProgramParts): Check {
  return {
    name: 'program-version',
    run: async () => {
      const found = await newest()
      if (found === undefined) return [notApplicable('no-source', { version })]
      if (compareVersions(version, found) >= 0) return [inOrder({ version })]
      const details = [
        { label: 'version', value: version },
        { label: 'newestVersion', value: found },
      ]
      return [outOfOrder('attention', { code: 'environment.programOutdated' }, { details })]
    },
  }
}
