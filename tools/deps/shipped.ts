import type { Lock, LockedPackage, Project } from './project.ts'

/**
 * What the user gets: Electron itself, and every package that the program's code imports, with what those need in turn. It
 * is more than what the bundles hold in the end, since unused parts are left out of them; never less.
 */
export function shippedPackages({ manifest, lock, imported }: Project): ReadonlyMap<string, LockedPackage> {
  const shipped = new Map<string, LockedPackage>()
  const electron = lock.packages['node_modules/electron']
  // Its npm package only fetches the program: nothing that it needs for that is shipped.
  if (electron !== undefined) shipped.set('node_modules/electron', electron)
  const waiting = [...imported.filter((name) => name !== 'electron'), ...Object.keys(manifest.dependencies)].map(
    (name) => ({ from: '', name }),
  )
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = find(lock, next.from, next.name)
    const found = folder === undefined ? undefined : lock.packages[folder]
    if (folder === undefined || found === undefined || shipped.has(folder)) continue
    shipped.set(folder, found)
    waiting.push(...neededBy(found).map((name) => ({ from: folder, name })))
  }
  return shipped
}

function neededBy(found: LockedPackage): readonly string[] {
  const peers = Object.keys(found.peerDependencies).filter(
    (name) => found.peerDependenciesMeta[name]?.optional !== true,
  )
  return [...Object.keys(found.dependencies), ...Object.keys(found.optionalDependencies), ...peers]
}

/** As Node looks: in the package's own node_modules, then in those of the folders around it. */
function find({ packages }: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[candidate] !== undefined) return candidate
    if (folder === '') return undefined
  }
}
