import { expect, it } from 'vitest'
import { moduleWith, tokenWith } from '../certificates/testing/stored-certificate.ts'
import type { ModuleState } from '../token/module-state.ts'
import { builtInDriverTable } from '../drivers/driver-table.ts'
import { createBusWatch } from './bus-watch.ts'
import type { UsbDevice } from './usb-bus.ts'

const key: UsbDevice = { vendorId: '096e', productId: '0309', place: '1-2' }
const noToken = [moduleWith([], { path: '/lib/libother-ca.so' })]

interface Stage {
  modules: readonly ModuleState[]
  devices: readonly UsbDevice[] | undefined
  isShown: boolean
  asked: number
  askedHolders: number
  changes: number
  readonly pauses: number[]
  wake: () => void
}

/** A bus, modules and a clock that do what a test says. */
function createStage(modules: readonly ModuleState[] = noToken) {
  const counts = { asked: 0, askedHolders: 0, changes: 0 }
  const stage: Stage = { modules, devices: [], isShown: true, ...counts, pauses: [], wake: () => undefined }
  const watch = createBusWatch({
    bus: {
      list: () => {
        stage.asked += 1
        return Promise.resolve(stage.devices)
      },
    },
    whoHolds: () => {
      stage.askedHolders += 1
      return Promise.resolve({ processes: [], isComplete: true })
    },
    drivers: () => builtInDriverTable().drivers,
    modules: () => stage.modules,
    isShown: () => stage.isShown,
    changed: () => void (stage.changes += 1),
    ...{ pauseMs: 5000, longestPauseMs: 20_000 },
    startTimer: (callback, ms) => {
      stage.pauses.push(ms)
      stage.wake = callback
      return () => void (stage.wake = () => undefined)
    },
  })
  return { stage, watch }
}

const settle = () => new Promise(setImmediate)

it('looks while there is no token, tells what is new, and looks less often while nothing is', async () => {
  const { stage, watch } = createStage()
  watch.modulesChanged()
  expect(watch.report()).toBeUndefined()
  await settle()
  expect(watch.report()).toEqual({ cause: 'nothing', hasPage: false })
  for (let look = 0; look < 3; look += 1) {
    stage.wake()
    await settle()
  }
  stage.devices = [key]
  stage.wake()
  await settle()
  expect(watch.report()).toMatchObject({ cause: 'cannot-tell', driverId: 'feitian-epass3000gm' })
  expect(stage.pauses).toEqual([5000, 10_000, 20_000, 20_000, 5000])
  expect(stage).toMatchObject({ asked: 5, askedHolders: 1, changes: 2 })
})

it('asks nothing while there is a token, or a driver is starting', async () => {
  for (const module of [moduleWith([tokenWith([])]), moduleWith([], { state: 'starting' })]) {
    const { stage, watch } = createStage([module])
    watch.modulesChanged()
    await watch.look()
    expect(stage).toMatchObject({ asked: 0, pauses: [] })
  }
})

it('says nothing of what it saw once there is a token, and looks anew when that is gone', async () => {
  const { stage, watch } = createStage()
  await watch.look()
  stage.modules = [moduleWith([tokenWith([])])]
  watch.modulesChanged()
  stage.wake()
  await settle()
  stage.modules = noToken
  stage.devices = [key]
  expect(watch.report()).toBeUndefined()
  watch.modulesChanged()
  await settle()
  expect(watch.report()).toMatchObject({ driverId: 'feitian-epass3000gm' })
})

it('keeps its pause however often the modules tell something, and understands them without a new look', async () => {
  const { stage, watch } = createStage()
  stage.devices = [key]
  await watch.look()
  stage.modules = [{ ...moduleWith([]), state: 'failed', failure: { code: 'token.moduleBroken' } }]
  for (let change = 0; change < 5; change += 1) watch.modulesChanged()
  expect(watch.report()).toMatchObject({ cause: 'driver-broken' })
  expect(stage).toMatchObject({ asked: 1, changes: 2 })
})

it('does not ask for a window that nobody sees, unless it is asked itself', async () => {
  const { stage, watch } = createStage()
  stage.isShown = false
  watch.modulesChanged()
  await settle()
  stage.wake()
  await settle()
  expect(stage.asked).toBe(0)
  await watch.look()
  expect(stage.asked).toBe(1)
})

it('asks once for two who want to know at the same time, and no more after it was stopped', async () => {
  const { stage, watch } = createStage()
  await Promise.all([watch.look(), watch.look()])
  expect(stage.asked).toBe(1)
  watch.stop()
  stage.wake()
  watch.modulesChanged()
  await watch.look()
  expect(stage).toMatchObject({ asked: 1, changes: 1 })
  expect(watch.report()).toBeUndefined()
})
