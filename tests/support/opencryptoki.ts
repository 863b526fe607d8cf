import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import { forwardTo, type ForwardedStand, type StandDeadlines } from './token-stand.ts'

const module = '/usr/lib/x86_64-linux-gnu/pkcs11/libopencryptoki.so'
/** Its soft token takes 4 to 8 digits, and locks after three wrong ones. */
const [securityOfficerPin, pin] = ['76543210', '12345670']

interface OpencryptokiStand extends ForwardedStand {
  readonly remove: () => void
}

/**
 * opencryptoki's soft token behind the forwarder. Its places are fixed when it is built, so it runs in namespaces of its
 * own (root, or a system that lets everybody have a user namespace), and its worker enters them.
 */
export async function createOpencryptokiStand(deadlines: StandDeadlines = {}): Promise<OpencryptokiStand> {
  if (!existsSync(module)) throw new Error('opencryptoki is not installed (Debian: apt install opencryptoki)')
  const isRoot = process.getuid?.() === 0
  const script = join(import.meta.dirname, 'opencryptoki.sh')
  const own = ['--mount', '--ipc', ...(isRoot ? [] : ['--map-root-user'])]
  const daemon = spawn('unshare', [...own, 'sh', script, securityOfficerPin, pin], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [first] = (await Promise.race([once(daemon.stdout, 'data'), once(daemon, 'exit')])) as [unknown]
  if (String(first).trim() !== 'ready') throw new Error(`opencryptoki did not start: ${String(first)}`)
  const entered = ['--mount', '--ipc', ...(isRoot ? [] : ['--user', '--preserve-credentials'])]
  const worker = new URL('../../src/main/token/worker/index.ts', import.meta.url)
  const enter = ['nsenter', '--target', String(daemon.pid), ...entered]
  const folder = mkdtempSync(join(tmpdir(), 'opencryptoki-'))
  const stand = await forwardTo(
    { path: module, environment: {}, pin, tokenLabel: 'first' },
    { folder, deadlines, spawn: createForkSpawner({ pkcs11: worker }, enter) },
  )
  return {
    ...stand,
    remove: () => {
      stand.token.stop()
      daemon.stdin.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
