import { createTokenProcess } from '../src/main/token/token-process.ts'
import type { WorkerSpawner } from '../src/main/token/worker-handle.ts'
import { issueCertificate } from '../tests/support/token-certificate.ts'
import { failureOf, theToken, unlock } from '../tests/support/token-steps.ts'
import { createSoftHsmStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { softHsmModule } from '../tests/support/softhsm.ts'
import { spawnBundled, spawnBundledOverStdio } from './bundled-worker.ts'
import { median, medianOf, progress, rounded, timed } from './measure.ts'

const hangLimitMs = 500
const runs = 7

/** What the process around a driver costs, and how soon its end is noticed; milliseconds, medians. */
export async function measureWorker() {
  progress('worker')
  const stand = await createSoftHsmStand({ list: hangLimitMs }, spawnBundled)
  try {
    await fill(stand, 10)
    const requestMs = await measureRequest(stand, spawnBundled)
    const stdioRequestMs = await measureRequest(stand, spawnBundledOverStdio)
    const ends = []
    for (let run = 0; run < runs; run += 1) ends.push(await measureEnds(stand))
    return {
      requestMs,
      stdioRequestMs,
      crashSeenMs: rounded(median(ends.map(({ crashSeen }) => crashSeen))),
      hangSeenOverLimitMs: rounded(median(ends.map(({ hangSeen }) => hangSeen - hangLimitMs))),
      backWithListMs: rounded(median(ends.map(({ back }) => back))),
    }
  } finally {
    stand.remove()
  }
}

async function fill(stand: SoftHsmStand, certificates: number): Promise<void> {
  const slot = await unlock(stand)
  const issued = await issueCertificate()
  for (let made = 0; made < certificates; made += 1) {
    await stand.token.request('writeCertificate', {
      slot,
      id: (made + 1).toString(16).padStart(4, '0'),
      label: '',
      ...issued,
    })
  }
  await stand.token.request('lock', { slot })
}

/** A request that makes no native call: locking what is not unlocked. SoftHSM itself, without the forwarder. */
async function measureRequest({ store }: SoftHsmStand, spawn: WorkerSpawner): Promise<number> {
  const token = createTokenProcess({ spawn, modulePath: softHsmModule(), environment: store.environment })
  try {
    await token.request('list', {})
    return await medianOf(2000, () => token.request('lock', { slot: 'none' }))
  } finally {
    token.stop()
  }
}

async function measureEnds(stand: SoftHsmStand) {
  await theToken(stand)
  stand.breakListing('crash')
  const crashSeen = await timed(() => failureOf(stand.token.request('list', {})))
  stand.mend()
  const back = await timed(() => theToken(stand))
  stand.breakListing('hang')
  const hangSeen = await timed(() => failureOf(stand.token.request('list', {})))
  stand.mend()
  await theToken(stand)
  return { crashSeen, hangSeen, back }
}
