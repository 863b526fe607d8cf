/** A log-out: here the session is over whatever becomes of it, and the platform is told once at most. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkPaths } from '../../../src/main/platform/testing/network-paths.ts'
import type { WireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { openBench, watching, type Bench, type Desk } from './platform-bench.ts'

/** Each fault, and whether the session is over at the platform as well. */
const faults: readonly (readonly [WireFaultKind | 'shut', boolean])[] = [
  ['drop-before', false],
  ['drop-after-commit', true],
  ['hang', false],
  ['hang-after-commit', true],
  ['500-before', false],
  ['500-after-commit', true],
  ['html-200', false],
  ['html-503', false],
  ['redirect', false],
  ['rate-limited', false],
  ['unknown-problem', false],
  ['session-expired', true],
  ['shut', false],
]

describe.each(networkPaths)('by $name', ({ options }) => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(options, faults.length)
  })
  afterAll(() => bench.close())

  it.each(faults)('logout, %s', async (fault, isOver) => {
    const desk = await bench.newDesk()
    const token = await tokenOf(desk)
    if (fault === 'shut') await desk.relay.shut()
    else desk.simulator.faults.arm({ kind: fault, operation: 'logout', times: 3 })
    desk.seen.length = 0
    await watching(desk.seen, () => desk.client.session.logout())
    desk.simulator.faults.disarm()
    await desk.relay.open()
    expect(desk.client.session.current()).toBeUndefined()
    expect([desk.seen.length, desk.pauses]).toEqual([fault === 'shut' ? 0 : 1, []])
    expect(await isRefused(bench.origin, token)).toBe(isOver)
    // What is over is over: nothing is left to be told.
    await watching(desk.seen, () => desk.client.session.logout())
    expect(desk.seen.length).toBe(fault === 'shut' ? 0 : 1)
  })
})

/** As it goes over the wire. */
async function tokenOf(desk: Desk): Promise<string> {
  const { serialNumber, publicKeySha256 } = desk.old
  await watching(desk.seen, () => desk.client.platform.findCertificate({ serialNumber, publicKeySha256 }))
  return desk.seen[0]?.authorization ?? ''
}

async function isRefused(origin: string, authorization: string): Promise<boolean> {
  const { status } = await fetch(`${origin}/api/v1/certificates`, { headers: { authorization } })
  expect([200, 401]).toContain(status)
  return status === 401
}
