import { labelOf, type Rule } from '../project.ts'
import { shippedPackages } from '../shipped.ts'

/** SPDX names. Each lets us ship the package within a closed program, if its text comes along. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // argparse, within js-yaml, within electron-updater.
  'Python-2.0',
  'Unlicense',
]

/** What is shipped may be shipped. What only builds and tests may have any licence. */
export const licences: Rule = (project) =>
  [...shippedPackages(project)]
    .filter(([, { license }]) => !isAllowed(license ?? ''))
    .map(([folder, found]) => ({
      rule: 'licences',
      subject: labelOf(folder, found),
      problem: `has the licence ${found.license ?? 'of no name'}, which is not on the list`,
    }))

/** An SPDX expression without brackets within brackets: one of several (OR), or all of them (AND). */
export function isAllowed(expression: string): boolean {
  const words = expression.replace(/^\((.*)\)$/, '$1')
  return words.split(' OR ').some((part) => part.split(' AND ').every((name) => allowed.includes(name)))
}
