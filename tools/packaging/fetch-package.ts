import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { npm } from './npm.ts'
import { fetched } from './paths.ts'

/** One file of the registry, to the byte. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  /** As in a lock file: `sha512-` and the hash in base64. */
  readonly integrity: string
}

/**
 * A package that npm does not install here, since it is for another system; from the registry of whoever builds, and kept,
 * so that the next time needs no network.
 * @returns its folder
 * @throws where what was fetched is not, to the byte, what is pinned
 */
export async function fetchPackage({ name, version, integrity }: PinnedPackage): Promise<string> {
  // As `npm pack` names it.
  const label = `${name.replace('@', '').replace('/', '-')}-${version}`
  const archive = join(fetched, `${label}.tgz`)
  if (!(await isThere(archive, integrity))) {
    await mkdir(fetched, { recursive: true })
    npm(['pack', `${name}@${version}`, '--silent', '--prefer-offline', '--pack-destination', fetched], fetched)
    if (!(await isThere(archive, integrity))) {
      await rm(archive, { force: true })
      throw new Error(`${name}@${version} is not the file whose hash is pinned`)
    }
  }
  return unpack(archive, join(fetched, label))
}

async function isThere(archive: string, integrity: string): Promise<boolean> {
  const bytes = await readFile(archive).catch(() => undefined)
  return bytes !== undefined && hasIntegrity(bytes, integrity)
}

export function hasIntegrity(bytes: Uint8Array, integrity: string): boolean {
  return integrity === `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

/** Anew each time: only the archive's hash is known. tar is part of Windows 10, macOS and every Linux. */
async function unpack(archive: string, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const { status } = spawnSync('tar', ['-xzf', archive, '-C', folder], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${archive} could not be unpacked`)
  return join(folder, 'package')
}
