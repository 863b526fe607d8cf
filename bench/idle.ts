import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { countedCalls } from '../tests/support/pkcs11-forwarder/counted-calls.ts'
import { createModulesStand, serialNumbers } from '../tests/support/modules-stand.ts'
import { createSoftHsmStand } from '../tests/support/token-stand.ts'
import { makePair, unlock } from '../tests/support/token-steps.ts'
import { spawnBundled } from './bundled-worker.ts'
import { progress, rounded } from './measure.ts'

const watchedMs = 20_000
/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

/** What waiting for the next key costs while one is plugged in and nothing happens. */
export async function measureIdle() {
  progress('token.idle')
  const key = await createSoftHsmStand()
  let polls = 0
  const desk = createModulesStand({
    spawn: (kind, environment) => {
      const worker = spawnBundled(kind, environment)
      return {
        ...worker,
        send: (message) => {
          if (message.operation === 'poll') polls += 1
          worker.send(message)
        },
      }
    },
  })
  try {
    await makePair(key, await unlock(key), 'p-256')
    key.token.stop()
    desk.modules.use([{ path: key.modulePath, environment: key.environment }])
    await desk.until((states) => serialNumbers(states).length === 1)
    await desk.modules.refresh()
    const worker = desk.running()[0]?.pid ?? 0
    const calls = countedCalls(key.callsFile)
    calls.take()
    polls = 0
    const [before, begun] = [usedMs(worker) + usedMs(process.pid), performance.now()]
    await sleep(watchedMs)
    const [used, passed] = [usedMs(worker) + usedMs(process.pid) - before, performance.now() - begun]
    const made = calls.take().length
    return { polls, callsPerPoll: rounded(made / polls), percentOfOneCore: rounded((100 * used) / passed) }
  } finally {
    desk.modules.stop()
    key.remove()
  }
}

/** Processor time of a process, its own and the system's for it. */
function usedMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}
