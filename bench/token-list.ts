import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createTokenProcess } from '../src/main/token/token-process.ts'
import { softHsmModule } from '../tests/support/softhsm.ts'
import { issueCertificate } from '../tests/support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../tests/support/token-steps.ts'
import { createCountingStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { countedCalls, type CountedCalls } from '../tests/support/pkcs11-forwarder/counted-calls.ts'
import { spawnBundled } from './bundled-worker.ts'
import { measureIdle } from './idle.ts'
import { median, progress, rounded, timed } from './measure.ts'

const run = promisify(execFile)

const sizes = [1, 10, 100, 1000] as const
const runs = 7

interface ListFigures {
  readonly calls: number
  /** What the list may cost: 16 + 2N + 2K. */
  readonly callsLimit: number
  /** Worker start, module, and list; median. */
  readonly ms: number
  /** The whole process of another program, on the same token in the same run; medians, p11tool only once. */
  readonly pkcs11ToolMs: number
  readonly p11ToolMs: number
  readonly pkcs11ToolCalls: number
  readonly certificates: number
  readonly keys: number
}

/** What the first list, a refresh, a poll and a wrong PIN cost, in native calls; half of the certificates have a key. */
export async function measureLists() {
  const list: Record<string, ListFigures> = {}
  let others = { refresh: { calls: 0 }, refreshWithState: { calls: 0 }, poll: { calls: 0 }, wrongPin: { calls: 0 } }
  for (const size of sizes) {
    progress(`token.list ${size}`)
    const stand = await createCountingStand()
    try {
      const calls = await fillToken(stand, size)
      list[size] = await measureList(stand, calls, size)
      others = await measureOthers(stand, calls)
    } finally {
      stand.remove()
    }
  }
  return { list, ...others, idle: await measureIdle() }
}

/** So many certificates, the first half of them with their keys. */
export async function fillToken(stand: SoftHsmStand, certificates: number): Promise<CountedCalls> {
  const slot = await unlock(stand)
  const pairs = Math.floor(certificates / 2)
  for (let made = 0; made < pairs; made += 1) await makePair(stand, slot, 'p-256')
  for (let made = pairs; made < certificates; made += 1) {
    const id = (made + 1).toString(16).padStart(4, '0')
    await stand.token.request('writeCertificate', { slot, id, label: id, ...(await issueCertificate()) })
  }
  return countedCalls(stand.callsFile)
}

async function measureList(stand: SoftHsmStand, calls: CountedCalls, certificates: number): Promise<ListFigures> {
  stand.token.stop()
  calls.take()
  await theToken(stand)
  const counted = calls.take().length
  const keys = Math.floor(certificates / 2)
  stand.store.pkcs11Tool(['-O', '--type', 'cert'], { path: stand.modulePath, environment: stand.environment })
  const pkcs11ToolCalls = calls.take().length
  const callsLimit = 16 + 2 * certificates + 2 * keys
  return { calls: counted, callsLimit, ...(await measureTimes(stand)), pkcs11ToolCalls, certificates, keys }
}

/** In turn, so that a machine that slows down slows down all; over SoftHSM itself, without counting. */
async function measureTimes(stand: SoftHsmStand) {
  const [ours, pkcs11Tool]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < runs; turn += 1) {
    ours.push(await timed(() => listOnce(stand)))
    pkcs11Tool.push(
      await timed(() => listWith(stand, 'pkcs11-tool', ['--module', softHsmModule(), '-O', '--type', 'cert'])),
    )
  }
  const p11Tool = await timed(() => listWith(stand, 'p11tool', ['--provider', softHsmModule(), '--list-all-certs']))
  return { ms: rounded(median(ours)), pkcs11ToolMs: rounded(median(pkcs11Tool)), p11ToolMs: rounded(p11Tool) }
}

/** From nothing: a new worker, the module, the list. */
async function listOnce({ store }: SoftHsmStand): Promise<void> {
  const { environment } = store
  const token = createTokenProcess({ spawn: spawnBundled, modulePath: softHsmModule(), environment })
  await token.request('list', {})
  token.stop()
}

async function listWith({ store }: SoftHsmStand, program: string, parameters: readonly string[]): Promise<void> {
  await run(program, [...parameters], { env: { ...process.env, ...store.environment }, maxBuffer: 1 << 28 })
}

async function measureOthers(stand: SoftHsmStand, calls: CountedCalls) {
  const count = async (action: () => Promise<unknown>) => {
    calls.take()
    await action()
    return { calls: calls.take().length }
  }
  const { slot, serialNumber } = await theToken(stand)
  return {
    refresh: await count(() => stand.token.request('list', {})),
    refreshWithState: await count(() => theToken(stand)),
    poll: await count(() => stand.token.request('poll', {})),
    wrongPin: await count(() => failureOf(stand.token.request('unlock', { slot, serialNumber, pin: '99999999' }))),
  }
}
