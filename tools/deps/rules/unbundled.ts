import type { Rule } from '../project.ts'

/** electron-builder packs these with all their files: native code, which no bundle can hold. */
const needed = ['pkcs11js', 'koffi']

/** Everything else is bundled and belongs into devDependencies, or it is shipped twice. */
export const unbundled: Rule = ({ manifest }) => {
  const names = Object.keys(manifest.dependencies)
  return [
    ...names
      .filter((name) => !needed.includes(name))
      .map((subject) => ({ rule: 'unbundled', subject, problem: 'is in dependencies, and would be shipped as files' })),
    ...needed
      .filter((name) => !names.includes(name))
      .map((subject) => ({ rule: 'unbundled', subject, problem: 'is not in dependencies, and would be missing' })),
  ]
}
