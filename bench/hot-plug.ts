import { readdirSync, readFileSync } from 'node:fs'
import { createModulesStand, serialNumbers, type ModulesStand } from '../tests/support/modules-stand.ts'
import { createSoftHsmStand, type SoftHsmStand } from '../tests/support/token-stand.ts'
import { makePair, unlock } from '../tests/support/token-steps.ts'
import { spawnBundled } from './bundled-worker.ts'
import { progress } from './measure.ts'

const cycles = 200
/** Caches fill and the heap finds its size during these. */
const warmUp = 20

interface Use {
  readonly openFiles: number
  readonly residentKb: number
}

/** A key that is plugged in and pulled out 200 times, as the program sees it: what the worker and this process keep of it. */
export async function measureHotPlug() {
  progress('token.hotPlug')
  const key = await createSoftHsmStand()
  const desk = createModulesStand({ spawn: spawnBundled })
  try {
    await makePair(key, await unlock(key), 'p-256')
    desk.modules.use([{ path: key.modulePath, environment: key.environment }])
    await desk.until((states) => serialNumbers(states).length === 1)
    await plugOften(desk, key, warmUp)
    const before = usesOf(desk)
    await plugOften(desk, key, cycles)
    const after = usesOf(desk)
    return {
      cycles,
      workersStarted: desk.started(),
      workersRunning: desk.running().length,
      worker: growth(before.worker, after.worker),
      program: growth(before.program, after.program),
    }
  } finally {
    desk.modules.stop()
    key.remove()
  }
}

async function plugOften({ modules }: ModulesStand, key: SoftHsmStand, times: number): Promise<void> {
  for (let cycle = 0; cycle < times; cycle += 1) {
    for (const [act, tokens] of [
      [key.unplug, 0],
      [key.plug, 1],
    ] as const) {
      act()
      await modules.refresh()
      const shown = serialNumbers(modules.states()).length
      if (shown !== tokens) throw new Error(`${shown} tokens are shown in cycle ${cycle} instead of ${tokens}`)
    }
  }
}

function usesOf({ running }: ModulesStand) {
  const [worker] = running()
  globalThis.gc?.()
  return { worker: useOf(worker?.pid ?? 0), program: useOf(process.pid) }
}

/** As Linux tells it. */
function useOf(pid: number): Use {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    residentKb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]),
  }
}

function growth(before: Use, after: Use): Use {
  return { openFiles: after.openFiles - before.openFiles, residentKb: after.residentKb - before.residentKb }
}
