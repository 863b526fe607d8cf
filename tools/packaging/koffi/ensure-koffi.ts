import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchPackage } from '../fetch-package.ts'
import { readLockFile } from '../lock-file.ts'
import { generated, root } from '../paths.ts'
import type { Target } from '../targets.ts'
import { nativePartFor } from './koffi-files.ts'
import { layOutKoffi } from './lay-out-koffi.ts'

/**
 * Lays out the native part of koffi for one target where electron-builder.yml takes it from: what npm has installed, or for
 * another system what package-lock.json pins.
 * @returns a folder that becomes `node_modules`
 * @throws where it cannot be had, is for something else, or asks for more than an old system has
 */
export async function ensureKoffi(target: Target): Promise<string> {
  const folder = join(generated, 'koffi', target)
  await rm(folder, { recursive: true, force: true })
  const { name } = nativePartFor(target)
  const installed = join(root, 'node_modules', name)
  await layOutKoffi({ target, from: existsSync(installed) ? installed : await fetchLocked(name), folder })
  return folder
}

async function fetchLocked(name: string): Promise<string> {
  const locked = await readLockFile()
  return fetchPackage(locked(`node_modules/${name}`))
}
