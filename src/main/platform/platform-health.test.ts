import { afterEach, expect, it } from 'vitest'
import { createPlatformCheck } from '../platform-account/check-platform.ts'
import type { PlatformStatus } from '../../shared/ipc/models-platform.ts'
import { answers, drops, html, refuses } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { orderSample, serviceSample } from './testing/wire-samples.ts'

const minuteMs = 60_000

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

const serves = (change: object = {}) => answers(200, { ...serviceSample, ...change })
const order = answers(200, orderSample())

/** The check with a clock of its own, and what it says. */
function checks(platform: LoopbackPlatform) {
  let passedMs = 0
  return {
    check: createPlatformCheck(platform.health, () => Date.now() + passedMs),
    pass: (ms: number) => (passedMs += ms),
    asked: () => platform.requests().filter(({ url }) => url.endsWith('/service')).length,
  }
}

it('is unknown until a call tells, and then as that call told', async () => {
  open = await startLoggedIn([order, drops, drops, drops, order])
  const heard: PlatformStatus[] = []
  open.health.subscribe((status) => heard.push(status))
  expect(open.health.current()).toEqual({ state: 'available' })
  await open.platform.readOrder('o1')
  await failureOf(open.platform.readOrder('o1'))
  expect(open.health.current()).toEqual({ state: 'unreachable' })
  await open.platform.readOrder('o1')
  expect(heard.map(({ state }) => state)).toEqual(['unreachable', 'available'])
})

it('is not told anything by a call that was not sent', async () => {
  open = await startLoopbackPlatform([order])
  await failureOf(open.platform.readOrder('o1'))
  expect(open.health.current()).toEqual({ state: 'unknown' })
})

it('answers where the platform refuses: a refusal comes from one that is there', async () => {
  open = await startLoggedIn([drops, drops, drops, refuses(404, 'order.not-found')])
  await failureOf(open.platform.readOrder('o1'))
  expect(open.health.current()).toEqual({ state: 'unreachable' })
  await failureOf(open.platform.readOrder('o1'))
  expect(open.health.current()).toEqual({ state: 'available' })
})

it('is closed for as long as the platform says', async () => {
  const maintenance = { from: '2026-11-23T16:00:00+08:00', until: '2026-11-23T20:00:00+08:00', notice: '升级' }
  open = await startLoopbackPlatform([serves({ maintenance, features: ['enquiries'] })])
  expect(await checks(open).check()).toEqual({
    state: 'maintenance',
    until: '2026-11-23T12:00:00.000Z',
    features: ['enquiries'],
  })
})

it.each([
  ['still to come', '2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z'],
  ['over', '2026-11-23T04:00:00Z', '2026-11-23T08:00:00Z'],
])('is open when the maintenance is %s', async (_when, from, until) => {
  const maintenance = { from, until, notice: '升级' }
  open = await startLoopbackPlatform([serves({ maintenance })])
  expect(await checks(open).check()).toEqual({ state: 'available', features: [] })
})

it('is asked once, and not again before five minutes have passed without a call', async () => {
  open = await startLoopbackPlatform([serves({ features: ['shipments'] })])
  const { check, pass, asked } = checks(open)
  const together = await Promise.all([check(), check()])
  expect(together).toEqual([
    { state: 'available', features: ['shipments'] },
    { state: 'available', features: ['shipments'] },
  ])
  pass(4 * minuteMs)
  await check()
  expect(asked()).toBe(1)
  pass(minuteMs)
  await check()
  expect(asked()).toBe(2)
})

it('is not asked again at once when it could not be reached', async () => {
  open = await startLoopbackPlatform([drops])
  const { check, asked } = checks(open)
  expect(await check()).toEqual({ state: 'unreachable' })
  const sent = asked()
  expect(await check()).toEqual({ state: 'unreachable' })
  expect(asked()).toBe(sent)
})

it('is asked for its parts when another call has found it there', async () => {
  open = await startLoggedIn([serves({ features: ['seals'] })])
  const { check, asked } = checks(open)
  expect(open.health.current()).toEqual({ state: 'available' })
  expect(await check()).toEqual({ state: 'available', features: ['seals'] })
  await check()
  expect(asked()).toBe(1)
})

it('is asked for the end of a maintenance that another call has met', async () => {
  const maintenance = { from: '2026-11-23T00:00:00Z', until: '2099-11-23T12:00:00Z', notice: '升级' }
  open = await startLoggedIn([html(503), html(503), html(503), serves({ maintenance })])
  const { check, asked } = checks(open)
  await failureOf(open.platform.readOrder('o1'))
  expect(open.health.current()).toEqual({ state: 'maintenance' })
  expect(await check()).toMatchObject({ state: 'maintenance', until: '2099-11-23T12:00:00.000Z' })
  await check()
  expect(asked()).toBe(1)
})

it('takes the end of a maintenance from Retry-After', async () => {
  open = await startLoggedIn([refuses(503, 'service.maintenance', {}, { 'retry-after': '600' })])
  const before = Date.now()
  await failureOf(open.platform.readOrder('o1'))
  const until = Date.parse(open.health.current().until ?? '')
  expect(until).toBeGreaterThanOrEqual(before + 600_000)
  expect(until).toBeLessThanOrEqual(Date.now() + 600_000)
})

it('is asked again once the maintenance should be over', async () => {
  const maintenance = { from: '2026-11-23T00:00:00Z', until: new Date(Date.now() + minuteMs).toISOString(), notice: '' }
  open = await startLoopbackPlatform([serves({ maintenance, time: new Date().toISOString() }), serves()])
  const { check, pass } = checks(open)
  expect(await check()).toMatchObject({ state: 'maintenance' })
  expect(await check()).toMatchObject({ state: 'maintenance' })
  pass(2 * minuteMs)
  expect(await check()).toEqual({ state: 'available', features: [] })
})

it('is about the address of now', async () => {
  const { server } = (open = await startLoopbackPlatform([serves({ features: ['seals'] })]))
  let address: string | undefined = server.address
  const other = await startLoopbackPlatform([serves({ features: ['faqs'] })], { baseUrl: () => address })
  const { check } = checks({ ...other, server, requests: open.requests })
  expect(await check()).toEqual({ state: 'available', features: ['seals'] })
  address = other.server.address
  expect(other.health.current()).toEqual({ state: 'unknown' })
  expect(await check()).toEqual({ state: 'available', features: ['faqs'] })
  address = undefined
  expect(await check()).toEqual({ state: 'unknown' })
  await other.server.close()
})

it('is not told by what comes late from the address before', async () => {
  let address = ''
  const late = answers(200, { ...serviceSample, features: ['seals'] })
  open = await startLoopbackPlatform([
    (response, request, timeIsUp) => {
      address = 'https://other.example'
      late(response, request, timeIsUp)
    },
  ])
  const { server } = open
  address = server.address
  const moved = await startLoopbackPlatform([late], { baseUrl: () => address })
  const heard: unknown[] = []
  moved.health.subscribe((status) => heard.push(status))
  await moved.health.ask()
  expect([moved.health.current(), heard]).toEqual([{ state: 'unknown' }, []])
  await moved.server.close()
})
