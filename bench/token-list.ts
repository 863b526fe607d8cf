import { createTokenProcess } from '../src/main/token/token-process.ts'
import { issueCertificate } from '../tests/support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../tests/support/token-steps.ts'
import { createCountingStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { countedCalls, type CountedCalls } from '../tests/support/pkcs11-forwarder/counted-calls.ts'
import { spawnBundled } from './bundled-worker.ts'
import { medianOf, progress } from './measure.ts'

const sizes = [1, 10, 100] as const
const runs = 5

interface ListFigures {
  readonly calls: number
  /** Worker start, module, and list; median. */
  readonly ms: number
  readonly pkcs11ToolCalls: number
  readonly certificates: number
  readonly keys: number
}

/** What the first list, a refresh, a poll and a wrong PIN cost, in native calls; half of the certificates have a key. */
export async function measureLists() {
  const list: Record<string, ListFigures> = {}
  let others = { refresh: { calls: 0 }, poll: { calls: 0 }, wrongPin: { calls: 0 } }
  for (const size of sizes) {
    progress(`token.list ${size}`)
    const stand = await createCountingStand()
    try {
      const calls = await fill(stand, size)
      list[size] = await measureList(stand, calls, size)
      others = await measureOthers(stand, calls)
    } finally {
      stand.remove()
    }
  }
  return { list, ...others }
}

async function fill(stand: SoftHsmStand, certificates: number): Promise<CountedCalls> {
  const slot = await unlock(stand)
  const pairs = Math.floor(certificates / 2)
  for (let made = 0; made < pairs; made += 1) await makePair(stand, slot, 'p-256')
  const lonely = await issueCertificate()
  for (let made = pairs; made < certificates; made += 1) {
    const id = (made + 1).toString(16).padStart(4, '0')
    await stand.token.request('writeCertificate', { slot, id, label: id, ...lonely })
  }
  return countedCalls(stand.callsFile)
}

async function measureList(stand: SoftHsmStand, calls: CountedCalls, size: number): Promise<ListFigures> {
  stand.token.stop()
  calls.take()
  await theToken(stand)
  const counted = calls.take().length
  const ms = await medianOf(runs, () => listOnce(stand))
  calls.take()
  stand.store.pkcs11Tool(['-O', '--type', 'cert'], { path: stand.modulePath, environment: stand.environment })
  const pkcs11ToolCalls = calls.take().length
  return { calls: counted, ms, pkcs11ToolCalls, certificates: size, keys: Math.floor(size / 2) }
}

/** From nothing: a new worker, the module, the list. */
async function listOnce({ modulePath, environment }: SoftHsmStand): Promise<void> {
  const token = createTokenProcess({ spawn: spawnBundled, modulePath, environment })
  await token.request('list', {})
  token.stop()
}

async function measureOthers(stand: SoftHsmStand, calls: CountedCalls) {
  const count = async (action: () => Promise<unknown>) => {
    calls.take()
    await action()
    return { calls: calls.take().length }
  }
  const { slot, serialNumber } = await theToken(stand)
  return {
    refresh: await count(() => theToken(stand)),
    poll: await count(() => stand.token.request('poll', {})),
    wrongPin: await count(() => failureOf(stand.token.request('unlock', { slot, serialNumber, pin: '99999999' }))),
  }
}
