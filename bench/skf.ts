import { createTokenProcess } from '../src/main/token/token-process.ts'
import { newSm2Key } from '../src/main/x509/testing/openssl-sm2.ts'
import { softHsmModule } from '../tests/support/softhsm.ts'
import { createCountingSkfStand, type SkfStand } from '../tests/support/skf-stand.ts'
import { issueCertificate } from '../tests/support/token-certificate.ts'
import { theToken } from '../tests/support/token-steps.ts'
import { createCountingStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { spawnBundled } from './bundled-worker.ts'
import { median, progress, rounded, timed } from './measure.ts'
import { measureRenewal } from './renewal.ts'
import { fillToken } from './token-list.ts'

const sizes = [1, 10, 100] as const
const runs = 7

interface SkfListFigures {
  /** Native calls for the list of a key that was just plugged in, after the poll that saw it: exact. */
  readonly calls: number
  /** What it may cost: 5 + 4N. */
  readonly callsLimit: number
  /** The poll before it; and the list again, with and without how the PIN stands. */
  readonly pollCalls: number
  readonly refreshCalls: number
  readonly refreshWithStateCalls: number
  /** Worker start, module, and list; medians, in turn with a list of as many certificates by PKCS#11 (SoftHSM2). */
  readonly ms: number
  readonly pkcs11Ms: number
  readonly toPkcs11: number
  readonly containers: number
}

/** What a list by SKF costs, over the software module; each container holds a signing and an encryption certificate. */
export async function measureSkf() {
  const list: Record<string, SkfListFigures> = {}
  for (const size of sizes) {
    progress(`skf.list ${size}`)
    const [skf, pkcs11] = [createCountingSkfStand(), await createCountingStand()]
    try {
      await fillKey(skf, size)
      await fillToken(pkcs11, 2 * size)
      list[size] = { ...(await measureCalls(skf, size)), ...(await measureTimes(skf, pkcs11)), containers: size }
    } finally {
      skf.remove()
      pkcs11.remove()
    }
  }
  return { list, renewal: { ...(await measureRenewal('sm2')), callsLimit: 12 }, dual: await measureRenewal('sm2-dual') }
}

/** By the files of the key; all with the same pair, which no list looks at. */
async function fillKey({ store }: SkfStand, containers: number): Promise<void> {
  const privateKey = newSm2Key().pem.toString()
  for (let made = 0; made < containers; made += 1) {
    for (const role of ['signing', 'encryption'] as const) {
      const { certificate } = await issueCertificate()
      store.putPair({ container: `R${String(made).padStart(30, '0')}`, role, privateKey, certificate })
    }
  }
}

async function measureCalls(stand: SkfStand, containers: number) {
  const count = async (action: () => Promise<unknown>): Promise<number> => {
    const before = stand.store.calls().length
    await action()
    return stand.store.calls().length - before
  }
  const pollCalls = await count(() => stand.token.request('poll', {}))
  const calls = await count(async () => {
    const { tokens } = await stand.token.request('list', {})
    const listed = tokens.flatMap(({ certificates }) => certificates).length
    if (listed !== 2 * containers) throw new Error(`${listed} certificates of ${2 * containers} are listed`)
  })
  const refreshCalls = await count(() => stand.token.request('list', {}))
  const refreshWithStateCalls = await count(() => theToken(stand))
  stand.token.stop()
  return { calls, callsLimit: 5 + 4 * containers, pollCalls, refreshCalls, refreshWithStateCalls }
}

/** In turn, so that a machine that slows down slows down both; from nothing, without counting. */
async function measureTimes({ store, modulePath }: SkfStand, pkcs11: SoftHsmStand) {
  const [bySkf, byPkcs11]: [number[], number[]] = [[], []]
  const { SOFTSKF_STORE = '' } = store.environment
  const skf = { modulePath, environment: { SOFTSKF_STORE }, interface: 'skf' } as const
  const soft = { modulePath: softHsmModule(), environment: pkcs11.store.environment }
  for (let turn = 0; turn < runs; turn += 1) {
    bySkf.push(await timed(() => listOnce(skf)))
    byPkcs11.push(await timed(() => listOnce(soft)))
  }
  const [ms, pkcs11Ms] = [median(bySkf), median(byPkcs11)]
  return { ms: rounded(ms), pkcs11Ms: rounded(pkcs11Ms), toPkcs11: rounded(ms / pkcs11Ms) }
}

async function listOnce(module: Omit<Parameters<typeof createTokenProcess>[0], 'spawn'>): Promise<void> {
  const token = createTokenProcess({ ...module, spawn: spawnBundled })
  await token.request('list', {})
  token.stop()
}
