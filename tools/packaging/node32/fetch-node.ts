import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { npm } from '../npm.ts'
import { fetched } from '../paths.ts'
import pinned from './node-win-x86.json' with { type: 'json' }

/**
 * Node for 32-bit Windows, from the npm registry; kept, so that the next package needs no network.
 * @returns the folder with `bin/node.exe`
 * @throws where what was fetched is not, to the byte, what node-win-x86.json names
 */
export async function fetchNode32(): Promise<string> {
  const archive = join(fetched, `${pinned.name}-${pinned.version}.tgz`)
  if (!(await isPinned(archive))) {
    await mkdir(fetched, { recursive: true })
    npm(['pack', `${pinned.name}@${pinned.version}`, '--silent', '--pack-destination', fetched], fetched)
    if (!(await isPinned(archive))) {
      await rm(archive, { force: true })
      throw new Error(`${pinned.name}@${pinned.version} is not the file whose hash is in node-win-x86.json`)
    }
  }
  return unpack(archive)
}

async function isPinned(archive: string): Promise<boolean> {
  const bytes = await readFile(archive).catch(() => undefined)
  return bytes !== undefined && hasIntegrity(bytes, pinned.integrity)
}

/** @param integrity as in a lock file: `sha512-` and the hash in base64 */
export function hasIntegrity(bytes: Uint8Array, integrity: string): boolean {
  return integrity === `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

/** tar is part of Windows 10, macOS and every Linux. */
function unpack(archive: string): string {
  const { status } = spawnSync('tar', ['-xzf', archive, '-C', fetched], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${archive} could not be unpacked`)
  return join(fetched, 'package')
}
