// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeDesktop, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import { useCertificates } from './certificates-store.ts'
import { firstOverview } from './first-overview.ts'

const whole = sampleOverview()
const starting = { ...whole, complete: false, tokens: [], cards: [] }

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  useCertificates.setState(useCertificates.getInitialState(), true)
})

/** A page whose main answers this at first. */
function page(overview = whole) {
  const desktop = createFakeDesktop({ overview })
  Object.assign(window, { desktop: desktop.bridge })
  let isOver = false
  const over = firstOverview().then(() => (isOver = true))
  return { desktop, over, isOver: () => isOver }
}

const answered = () => vi.advanceTimersByTimeAsync(0)
const shown = () => useCertificates.getState().overview?.cards.length

it('is over as soon as everything is known', async () => {
  const { over } = page()
  await over
  expect(shown()).toBe(whole.cards.length)
  expect(vi.getTimerCount()).toBe(0)
})

it('waits for drivers that are still starting, and shows what they say', async () => {
  const { desktop, over, isOver } = page(starting)
  await answered()
  expect(isOver()).toBe(false)
  desktop.emit('certificates:changed', whole)
  await over
  expect(shown()).toBe(whole.cards.length)
})

it('does not wait for what takes longer, and hears nothing afterwards: the page listens for itself', async () => {
  const { desktop, over, isOver } = page(starting)
  await vi.advanceTimersByTimeAsync(399)
  expect(isOver()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await over
  desktop.emit('certificates:changed', whole)
  expect(shown()).toBe(0)
})

it('does not wait where main has failed', async () => {
  const desktop = createFakeDesktop({})
  desktop.answer('certificates:overview', () => ({ ok: false, failure: { code: 'internal' } }))
  Object.assign(window, { desktop: desktop.bridge })
  await firstOverview()
  expect(useCertificates.getState().failure).toEqual({ code: 'internal' })
})
