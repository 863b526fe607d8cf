import { readFile } from 'node:fs/promises'
import { readBinaryTarget } from '../binary-target.ts'
import { prebuilt } from '../paths.ts'
import type { Target } from '../targets.ts'
import { addonVersion, buildAddon, sha256Of, type BuiltAddon } from './build-addon.ts'
import { tooNewFor } from './oldest-systems.ts'

/**
 * The addon that is in `prebuilds/`, from another computer perhaps, or a new one: where there is none, and where it is of
 * another version of its source.
 */
export async function ensureAddon(target: Target): Promise<BuiltAddon> {
  return (await findAddon(target)) ?? buildAddon(target)
}

async function findAddon(target: Target): Promise<BuiltAddon | undefined> {
  const path = prebuilt(target)
  if ((await readBinaryTarget(path)) !== target) return undefined
  const version = await readFile(`${path}.version`, 'utf8').catch(() => '')
  if (version.trim() !== (await addonVersion())) return undefined
  const bytes = await readFile(path)
  return tooNewFor(target, bytes).length === 0 ? { path, sha256: sha256Of(bytes) } : undefined
}
