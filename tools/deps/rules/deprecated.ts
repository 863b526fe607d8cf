import { labelOf, lockedPackages, type Rule } from '../project.ts'

/** Nothing that its author has given up, as the registry said when it was locked. */
export const deprecated: Rule = ({ lock }) =>
  lockedPackages(lock).flatMap(([folder, found]) =>
    found.deprecated === undefined
      ? []
      : [{ rule: 'deprecated', subject: labelOf(folder, found), problem: `is given up: ${found.deprecated}` }],
  )
