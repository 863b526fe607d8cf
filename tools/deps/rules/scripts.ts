import { labelOf, lockedPackages, nameOf, type Finding, type Rule } from '../project.ts'

/** Whoever runs something while it is installed has been looked at: allowScripts says yes or no. */
export const scripts: Rule = ({ manifest, lock, withScripts }) => {
  const known = Object.keys(manifest.allowScripts)
  const running = lockedPackages(lock).filter(
    ([folder, { hasInstallScript }]) => hasInstallScript || withScripts.includes(folder),
  )
  return [
    ...running
      .filter(([folder]) => !known.includes(nameOf(folder)))
      .map(([folder, found]) => finding(labelOf(folder, found), 'runs a script when it is installed')),
    ...known
      .filter((name) => running.every(([folder]) => nameOf(folder) !== name))
      .map((name) => finding(name, 'is in allowScripts, but runs nothing')),
  ]
}

function finding(subject: string, problem: string): Finding {
  return { rule: 'scripts', subject, problem }
}
