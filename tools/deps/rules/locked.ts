import { labelOf, lockedPackages, type Finding, type LockedPackage, type Rule } from '../project.ts'

const registry = 'https://registry.npmjs.org/'
/** SHA-512 in base64: 64 octets. */
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/** Each package comes from the registry and nowhere else, and is the one that was seen when it was locked. */
export const locked: Rule = ({ lock }) => [
  ...(lock.lockfileVersion === 3 ? [] : [finding('package-lock.json', `has version ${lock.lockfileVersion}, not 3`)]),
  ...lockedPackages(lock).flatMap(([folder, found]) =>
    problems(found).map((problem) => finding(labelOf(folder, found), problem)),
  ),
]

function problems({ link, integrity, resolved, version }: LockedPackage): readonly string[] {
  if (link) return ['is a link to a folder']
  return [
    ...(sha512.test(integrity ?? '') ? [] : [`has no SHA-512 (${integrity ?? 'nothing'})`]),
    // Without an address npm asks its registry; the hash says what it has to get.
    ...(resolved === undefined || resolved.startsWith(registry) ? [] : [`comes from ${resolved}`]),
    ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : ['has no version']),
  ]
}

function finding(subject: string, problem: string): Finding {
  return { rule: 'locked', subject, problem }
}
