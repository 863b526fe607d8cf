import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/**
 * WCAG 2.0 to 2.2, A and AA, with the size of targets (2.5.8, which axe leaves out unless told), and axe's best
 * practices. There is no exception.
 */
export async function audit(page: Page, state: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  )
  expect.soft(found, state).toEqual([])
  expect(passes.length, state).toBeGreaterThan(10)
}

/** What of the page is wider than its window, or higher, and texts that are cut off without a way to read them whole. */
export async function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.page') ?? document.documentElement
    const wide =
      scroller.scrollWidth > scroller.clientWidth + 1 ? [`page ${scroller.scrollWidth} > ${scroller.clientWidth}`] : []
    const { scrollHeight, clientHeight } = document.documentElement
    // The page scrolls within the window: a second bar beside it would scroll everything away.
    const tall = scrollHeight > clientHeight ? [`window ${scrollHeight} > ${clientHeight}`] : []
    const hidden = (element: Element) => element.closest('.visually-hidden, [hidden], svg') !== null
    const cut = [...document.querySelectorAll<HTMLElement>('.page *, .side *, [role=dialog] *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (hidden(element) || element.textContent.trim() === '') return false
      // Tabs that do not fit are in a menu of their own, at the end of the row.
      if (element.matches('.ant-tabs-nav-wrap')) return false
      const isCut =
        (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (clips(overflowY) && element.scrollHeight > element.clientHeight + 1)
      // A name that is shortened can be read whole in its tooltip.
      return isCut && element.closest('[title]') === null
    })
    return [...wide, ...tall, ...cut.map((element) => element.outerHTML.slice(0, 160))]
  })
}
