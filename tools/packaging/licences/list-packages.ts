import type { Plugin } from 'vite'

/** The files that name what is bundled; they are not packaged. Workers of the page are bundles of their own. */
export const packageLists = ['bundled-packages.json', 'bundled-packages-of-workers.json'] as const

/**
 * Writes beside a bundle which packages are in it: a JSON list of folders below the project, as package-lock.json names
 * them. Vite's own `build.license` leaves out what a worker of the page bundles.
 */
export function listPackages(fileName: (typeof packageLists)[number]): Plugin {
  return {
    name: 'list-packages',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const source = JSON.stringify([...new Set(modules.flatMap((id) => packageFolder(id) ?? []))].sort())
      this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/**
 * Of a module's path the folder of its package, from the first `node_modules` on: `node_modules/a/node_modules/@b/c`.
 * @returns nothing for our own modules and for those that a bundler makes up
 */
export function packageFolder(module: string): string | undefined {
  if (module.startsWith('\0')) return undefined
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(module)?.[0]
}
