import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forwardTo, spawnWorker, type ForwardedStand, type StandDeadlines } from './token-stand.ts'

const module = '/usr/lib/x86_64-linux-gnu/libsoftokn3.so'
const pin = '12345678'

interface NssStand extends ForwardedStand {
  readonly remove: () => void
}

/** NSS's own token behind the forwarder, with a database of its own. It shows a second token that holds no objects. */
export async function createNssStand(deadlines: StandDeadlines = {}): Promise<NssStand> {
  if (!existsSync(module)) throw new Error('NSS is not installed (Debian: apt install libnss3 libnss3-tools)')
  const folder = mkdtempSync(join(tmpdir(), 'nss-'))
  const pinFile = join(folder, 'pin')
  writeFileSync(pinFile, `${pin}\n`)
  execFileSync('certutil', ['-N', '-d', `sql:${folder}`, '-f', pinFile], { stdio: 'pipe' })
  const parameters = `configdir='sql:${folder}' certPrefix='' keyPrefix='' secmod='secmod.db' flags=`
  const stand = await forwardTo(
    { path: module, environment: { FORWARDER_PARAMETERS: parameters }, pin, tokenLabel: 'NSS Certificate DB' },
    { folder, deadlines, spawn: spawnWorker },
  )
  return {
    ...stand,
    remove: () => {
      stand.token.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
