import { expect, it } from 'vitest'
import { createCameraCases } from './camera-cases.ts'
import { createCameraLease } from './camera-lease.ts'

const question = { isOurWindow: true, isMainFrame: true, isOurOrigin: true, media: ['video'] }

function casesWith(isAllowed: () => Promise<boolean>) {
  const lease = createCameraLease({ now: () => 0, onWithdrawn: () => undefined })
  return { lease, cases: createCameraCases({ lease, system: { name: 'macos', isAllowed } }) }
}

it('grants what the system allows, until the page closes it', async () => {
  const { lease, cases } = casesWith(() => Promise.resolve(true))
  expect(await cases.open()).toEqual({ isAllowed: true, system: 'macos' })
  expect(lease.allows(question)).toBe(true)
  expect(cases.close()).toEqual({ isClosed: true })
  expect(lease.allows(question)).toBe(false)
})

it('grants nothing that the system refuses, and names the system', async () => {
  const { lease, cases } = casesWith(() => Promise.resolve(false))
  expect(await cases.open()).toEqual({ isAllowed: false, system: 'macos' })
  expect(lease.allows(question)).toBe(false)
})

it('grants nothing to a dialog that was closed while the system was asking', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const { lease, cases } = casesWith(() => promise)
  const opening = cases.open()
  cases.close()
  resolve(true)
  expect(await opening).toEqual({ isAllowed: false, system: 'macos' })
  expect(lease.allows(question)).toBe(false)
})
