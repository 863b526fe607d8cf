/** `npm run dist [-- --x64 --arm64 --release]`: builds the program and its packages for this system into release/. */
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureAddon } from './addon/ensure-addon.ts'
import { builderParameters, parseDist } from './dist-options.ts'
import { ensureKoffi } from './koffi/ensure-koffi.ts'
import { writeLicences } from './licences/write-licences.ts'
import { prepareNode32 } from './node32/prepare-node32.ts'
import { release, root } from './paths.ts'
import { parseTarget, systemOf } from './targets.ts'

const system = systemOf(process.platform)
const options = parseDist(process.argv.slice(2), {
  system,
  arch: process.arch,
  signCommand: process.env['SIGN_COMMAND'],
})
for (const arch of options.arches) {
  const target = parseTarget(`${system}-${arch}`)
  const { sha256 } = await ensureAddon(target)
  console.log(`${sha256}  the addon for ${target}`)
  await ensureKoffi(target)
}
run('electron-vite/bin/electron-vite.js', ['build'])
await writeLicences()
if (system === 'win') await prepareNode32()
// What lies there from earlier would be taken for a part of this release.
await rm(release, { recursive: true, force: true })
run('electron-builder/cli.js', builderParameters(options))

function run(script: string, parameters: readonly string[]): void {
  const command = [join(root, 'node_modules', script), ...parameters]
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${script} failed (${status ?? 'ended'})`)
}
