import type { Check } from '../check.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'

/** The processes of other running copies of this program; undefined where that cannot be told. */
export type OtherCopies = () => Promise<readonly number[] | undefined>

/**
 * Does another copy of this program run, in another user's session maybe? Both would want the same key. Code
 * environment.otherCopy with details.copies.
 *
 * @param copies absent where this program cannot be told from others: it runs from its sources
 */
export function createOtherCopyCheck(copies?: OtherCopies): Check {
  return {
    name: 'other-copy',
    run: async () => {
      if (copies === undefined) return [notApplicable('not-packaged')]
      const others = await copies()
      if (others === undefined) return [{ state: 'unknown' }]
      if (others.length === 0) return [inOrder()]
      const details = others.map((pid) => ({ label: 'processId', value: String(pid) }))
      const failure = { code: 'environment.otherCopy', details: { copies: others.length } } as const
      return [outOfOrder('attention', failure, { details })]
    },
  }
}
