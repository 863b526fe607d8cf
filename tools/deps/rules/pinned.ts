import type { Finding, Rule } from '../project.ts'

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/

/** SECURITY(16), for Electron among them: package.json names one version of each package, and the lock file has that one. */
export const pinned: Rule = ({ manifest, lock }) => {
  const root = lock.packages['']
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  return [
    ...asked.flatMap(([name, version]): readonly Finding[] => {
      if (!exact.test(version)) return [finding(name, `${version} is a range, not a version`)]
      const locked = lock.packages[`node_modules/${name}`]?.version
      return locked === version ? [] : [finding(name, `${version} is asked for, ${locked ?? 'none'} is locked`)]
    }),
    ...Object.entries({ ...root?.dependencies, ...root?.devDependencies })
      .filter(([name]) => asked.every(([known]) => known !== name))
      .map(([name]) => finding(name, 'is in the lock file only')),
  ]
}

function finding(subject: string, problem: string): Finding {
  return { rule: 'pinned', subject, problem }
}
