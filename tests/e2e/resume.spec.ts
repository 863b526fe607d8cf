import type { Page } from '@playwright/test'
import type { RenewalState } from '../../src/shared/renewal-steps.ts'
import type { Desk } from '../support/desk.ts'
import { createFaultyModule, type FaultyModule } from '../support/faulty-module.ts'
import { lastState } from '../support/journal.ts'
import { expect, test } from './fixture.ts'
import { beginRenewal, finishRenewal, initialise, logIn, verifyPhone } from './wizard.ts'

interface Scene {
  readonly page: Page
  readonly desk: Desk
  readonly module: FaultyModule
}

const toOrder = ({ page }: Scene) => beginRenewal(page, '延期')

async function toVerified(scene: Scene): Promise<void> {
  await toOrder(scene)
  await verifyPhone(scene.page, scene.desk)
}

async function toKeyMade(scene: Scene): Promise<void> {
  await toVerified(scene)
  await initialise(scene.page)
  await expect(scene.page.getByRole('button', { name: '执行延期' })).toBeVisible()
}

async function executeUntil(scene: Scene, stop: () => void): Promise<void> {
  await toKeyMade(scene)
  stop()
  await scene.page.getByRole('button', { name: '执行延期' }).click()
}

/** How to bring the program to each state and keep it there. */
const ways: Readonly<Partial<Record<RenewalState, (scene: Scene) => Promise<void>>>> = {
  started: async ({ page, desk }) => {
    desk.simulator.faults.arm({ kind: 'hang', operation: 'createOrder' })
    await page.getByRole('button', { name: /^延期：/ }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await logIn(page)
  },
  order: toOrder,
  verified: toVerified,
  'key-intended': async (scene) => {
    await toVerified(scene)
    scene.module.hang('C_GenerateKeyPair')
    await initialise(scene.page)
  },
  'key-made': toKeyMade,
  submitted: (scene) =>
    executeUntil(scene, () => scene.desk.simulator.faults.arm({ kind: 'hang', operation: 'getIssued' })),
  issued: (scene) => executeUntil(scene, () => scene.module.hang('C_CreateObject')),
  'signing-written': (scene) => executeUntil(scene, () => scene.module.hang('C_SignInit')),
  proved: (scene) =>
    executeUntil(scene, () => scene.desk.simulator.faults.arm({ kind: 'hang', operation: 'confirmOrder' })),
  confirmed: (scene) => executeUntil(scene, () => scene.module.hang('C_DestroyObject')),
}

for (const [state, bring] of Object.entries(ways)) {
  test(`the program is killed after the step ${state} and goes on from there`, async ({ desk, start }) => {
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const module = await createFaultyModule(desk)
    const options = { modules: [module.path], environment: module.environment }
    const first = await start(options)
    await bring({ page: first.page, desk, module })
    await expect.poll(() => lastState(desk.userData)).toBe(state)
    await first.kill()
    module.mend()
    desk.simulator.faults.disarm()

    const second = await start(options)
    await finishRenewal({ page: second.page, desk })
    expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1, withdrawals: 0 })
    const listing = desk.store.pkcs11Tool(['--list-objects', '--type', 'cert'])
    expect(listing.match(/Certificate Object/g)).toHaveLength(1)
  })
}
