// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  sampleCard,
  sampleCertificate,
  sampleOverview,
} from '../../../tests/support/fake-desktop.ts'
import { useClock } from '../components/clock-store.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

const hour = 3_600_000
const day = 24 * hour
const at = (ms: number) => new Date(Date.now() + ms).toISOString()

/** Judged by a platform whose clock is so much ahead of the computer's. */
function overviewAhead(aheadMs: number) {
  const future = { status: 'not-yet-valid', action: 'none', actionRefusal: { code: 'renewal.notYetValid' } } as const
  const cards = [
    sampleCertificate('a', {
      holder: '甲',
      status: 'expiring',
      notBefore: at(-day),
      notAfter: at(aheadMs + 10 * day),
    }),
    sampleCertificate('b', {
      holder: '乙',
      ...future,
      notBefore: at(aheadMs + 40 * day),
      notAfter: at(aheadMs + 400 * day),
    }),
  ].map((certificate) => sampleCard([certificate]))
  return sampleOverview({ now: at(aheadMs), cards })
}

const card = async (holder: RegExp) => within(await screen.findByRole('article', { name: holder }))

test('the days left are counted by the platform’s time, as the status is', async () => {
  const overview = overviewAhead(20 * day)
  // As it was made: the minute may be another one by the time it is looked for.
  const startsAt = new Date(overview.cards[1]?.certificates[0]?.notBefore ?? '')
  await renderApp(createFakeDesktop({ overview }))
  const expiring = await card(/^甲/)
  expect(expiring.getByText('10')).toBeDefined()
  expect(screen.getByText(/将在 10 天后到期/)).toBeDefined()
  const future = await card(/^乙/)
  expect(future.getByText(`将于 ${localDateTime(startsAt)} 生效`)).toBeDefined()
})

test('a computer whose clock is wrong is told so, and how, not its certificates', async () => {
  const desktop = createFakeDesktop({ overview: overviewAhead(hour) })
  await renderApp(desktop)
  expect(await screen.findByText('电脑时间不准')).toBeDefined()
  expect(screen.getByText(/本程序已改按平台的时间判断证书.*电脑的时间比平台慢。现在相差约 60 分钟。/)).toBeDefined()
  act(() => desktop.emit('certificates:changed', overviewAhead(-3 * hour)))
  expect(screen.getByText(/电脑的时间比平台快。现在相差约 3 小时。/)).toBeDefined()
  act(() => desktop.emit('certificates:changed', overviewAhead(0)))
  expect(screen.queryByText('电脑时间不准')).toBeNull()
})

test.each([0, 1_500, -1_500])('a difference of %i ms is the way of the answer', async (aheadMs) => {
  await renderApp(createFakeDesktop({ overview: overviewAhead(aheadMs) }))
  expect(useClock.getState().aheadMs).toBe(0)
})

test('nothing is said of the clock where main did not say by which one it judged, or by one that is nearly right', async () => {
  const desktop = createFakeDesktop({ overview: sampleOverview({ now: undefined }) })
  await renderApp(desktop)
  expect(screen.queryByText('电脑时间不准')).toBeNull()
  act(() => desktop.emit('certificates:changed', overviewAhead(90_000)))
  expect(screen.queryByText('电脑时间不准')).toBeNull()
  expect(Math.round(useClock.getState().aheadMs / 1000)).toBe(90)
})
