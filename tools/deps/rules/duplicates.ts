import { nameOf, type Finding, type Rule } from '../project.ts'
import { shippedPackages } from '../shipped.ts'

/** Others' own needs, looked at: two versions do no harm, and nobody can choose one for them. */
const known: Readonly<Record<string, string>> = {
  '@babel/runtime': 'antd: a few helpers',
  'agent-base': 'axios brings https-proxy-agent 5; our agents are of version 9',
  'https-proxy-agent': 'axios brings version 5 for proxies of its own, which are turned off; ours is version 9',
  'fast-uri': 'fastify, in 演示模式 only',
  semver: 'fastify and electron-updater',
  tslib: 'tsyringe, in 演示模式 only',
}

/** One version of each package is shipped: two of one thing do not know of each other. */
export const duplicates: Rule = (project) => {
  const byName = new Map<string, ReadonlySet<string>>()
  for (const [folder, { version = '?' }] of shippedPackages(project)) {
    const name = nameOf(folder)
    byName.set(name, new Set([...(byName.get(name) ?? []), version]))
  }
  return [...byName]
    .filter(([name, versions]) => versions.size > 1 && !Object.hasOwn(known, name))
    .map(([name, versions]): Finding => {
      const problem = `is shipped in ${versions.size} versions: ${[...versions].sort().join(', ')}`
      return { rule: 'duplicates', subject: name, problem }
    })
}
