import { describe, expect, it } from 'vitest'
import { cameraLeaseMs, createCameraLease, type CameraQuestion } from './camera-lease.ts'

const good: CameraQuestion = { isOurWindow: true, isMainFrame: true, isOurOrigin: true, media: ['video'] }

function leaseAt(time = 5_000) {
  const clock = { now: time }
  let withdrawn = 0
  const lease = createCameraLease({ now: () => clock.now, onWithdrawn: () => (withdrawn += 1) })
  return { lease, clock, withdrawn: () => withdrawn }
}

describe('while the page wants the camera', () => {
  it('allows pictures to our own page', () => {
    const { lease } = leaseAt()
    expect(lease.prepare()()).toBe(true)
    expect(lease.allows(good)).toBe(true)
  })

  it.each<[string, Partial<CameraQuestion>]>([
    ['sound', { media: ['audio'] }],
    ['pictures with sound', { media: ['video', 'audio'] }],
    ['nothing that is named', { media: [] }],
    ['what is not known', { media: ['unknown'] }],
    ['another origin', { isOurOrigin: false }],
    ['a frame in our page', { isMainFrame: false }],
    ['another window', { isOurWindow: false }],
  ])('refuses %s', (_what, change) => {
    const { lease } = leaseAt()
    lease.prepare()()
    expect(lease.allows({ ...good, ...change })).toBe(false)
  })

  it('refuses when its time is over, and grants anew when it is asked for anew', () => {
    const { lease, clock } = leaseAt()
    lease.prepare()()
    clock.now += cameraLeaseMs
    expect(lease.allows(good)).toBe(true)
    clock.now += 1
    expect(lease.allows(good)).toBe(false)
    lease.prepare()()
    expect(lease.allows(good)).toBe(true)
  })
})

it('refuses before the page has asked, and while the system is still being asked', () => {
  const { lease } = leaseAt(0)
  expect(lease.allows(good)).toBe(false)
  lease.prepare()
  expect(lease.allows(good)).toBe(false)
})

it('refuses once it is withdrawn, and tells so once', () => {
  const { lease, withdrawn } = leaseAt()
  lease.withdraw()
  expect(withdrawn()).toBe(0)
  lease.prepare()()
  lease.withdraw()
  lease.withdraw()
  expect([lease.allows(good), withdrawn()]).toEqual([false, 1])
})

it('refuses once the page has given it back, which it is not told of', () => {
  const { lease, withdrawn } = leaseAt()
  lease.prepare()()
  lease.giveBack()
  lease.withdraw()
  expect([lease.allows(good), withdrawn()]).toEqual([false, 0])
})

it('tells of a withdrawal although its own time is over: the picture may still be running', () => {
  const { lease, clock, withdrawn } = leaseAt()
  lease.prepare()()
  clock.now += cameraLeaseMs + 1
  lease.withdraw()
  expect(withdrawn()).toBe(1)
})

it.each(['giveBack', 'withdraw'] as const)('grants nothing for an answer that comes after %s', (end) => {
  const { lease } = leaseAt()
  const grant = lease.prepare()
  lease[end]()
  expect([grant(), lease.allows(good)]).toEqual([false, false])
})
