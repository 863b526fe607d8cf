import { labelOf, lockedPackages, type Finding, type LockedPackage, type Rule } from '../project.ts'

/** SHA-512 in base64: 64 octets. */
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/**
 * Each package comes from the registry of whoever installs (no address of its own is written down, as
 * `omit-lockfile-registry-resolved` has it), and its hash says that it is the one that was seen when it was locked.
 */
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
    ...(resolved === undefined ? [] : [`comes from ${resolved}`]),
    ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : ['has no version']),
  ]
}

function finding(subject: string, problem: string): Finding {
  return { rule: 'locked', subject, problem }
}
