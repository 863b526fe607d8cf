/** `npm run addon [-- <os>-<arch> …]`: builds the addon for this computer, or for those that are named. */
import { relative } from 'node:path'
import { buildAddon } from './addon/build-addon.ts'
import { root } from './paths.ts'
import { parseTarget, targetOf } from './targets.ts'

const named = process.argv.slice(2).map(parseTarget)
for (const target of named.length === 0 ? [targetOf(process.platform, process.arch)] : named) {
  const { path, sha256 } = await buildAddon(target)
  console.log(`${sha256}  ${relative(root, path)}`)
}
