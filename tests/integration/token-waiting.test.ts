import { afterEach, expect, it } from 'vitest'
import { toFailure } from '../../src/main/app-error.ts'
import { createTokenModules, type TokenModules } from '../../src/main/token/token-modules.ts'
import { createWaits, type Waits } from '../../src/main/token/waits.ts'
import type { TokenWaiting } from '../../src/shared/ipc/models-waiting.ts'
import { createSoftHsmStand, spawnWorker, type SoftHsmStand } from '../support/token-stand.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0)) step()
})

interface Scene {
  readonly stand: SoftHsmStand
  readonly modules: TokenModules
  readonly waits: Waits
  /** The next thing that is told. */
  readonly told: () => Promise<TokenWaiting>
  readonly unlock: (pin: string) => Promise<unknown>
}

/** SoftHSM2 behind the forwarder, which does to C_Login what a vendor's own PIN box does. */
async function createScene(): Promise<Scene> {
  const stand = await createSoftHsmStand()
  undo.push(stand.remove)
  let wake: (waiting: TokenWaiting) => void = () => undefined
  const waits = createWaits((waiting) => wake(waiting))
  const modules = createTokenModules({ spawn: spawnWorker, changed: () => undefined, onSlow: waits.begin })
  undo.push(() => modules.stop())
  modules.use([{ path: stand.modulePath, environment: stand.environment }])
  await modules.refresh()
  const [module] = modules.states()
  const { slot, serialNumber } = module?.tokens[0] ?? { slot: '', serialNumber: '' }
  return {
    ...{ stand, modules, waits },
    told: () => new Promise((resolve) => (wake = resolve)),
    unlock: (pin) => modules.locate(serialNumber).process.request('unlock', { slot, serialNumber, pin }),
  }
}

it('a login that somebody answers late is told, and goes through', async () => {
  const { stand, told, unlock, modules } = await createScene()
  stand.setFault('C_Login:0:delay=7000')
  const begins = told()
  const unlocked = unlock(stand.pin)
  const serialNumber = modules.states()[0]?.tokens[0]?.serialNumber
  expect(await begins).toMatchObject({ isOver: false, kind: 'unlock', tokenSerialNumber: serialNumber, canStop: true })
  const ends = told()
  expect(await unlocked).toEqual({})
  expect(await ends).toMatchObject({ isOver: true })
})

it('a login that nobody answers is stopped on request, and the token is as it was', async () => {
  const { stand, told, unlock, modules, waits } = await createScene()
  stand.setFault('C_Login:0:hang')
  const begins = told()
  const failure = unlock(stand.pin).catch(toFailure)
  expect(waits.stop((await begins).id)).toBe(false)
  expect(await failure).toEqual({ code: 'token.waitStopped', details: { operation: 'unlock' } })
  stand.mend()
  await modules.refresh()
  expect(modules.states()[0]?.tokens[0]?.pin.state).toBe('ok')
  expect(await unlock(stand.pin)).toEqual({})
})
