import type { Locator, Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** More presses than any page has places. */
const enough = 120

/** Goes to it as somebody without a mouse does; every place on the way shows that it has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < enough; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await unseenFocus(page)).toBeUndefined()
  }
  throw new Error(`the keyboard does not come to ${String(target)}`)
}

/** There, and pressed. */
export async function pressAt(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes through everything that takes the focus, once around; answers with the names of the places in their order. */
export async function walkAround(page: Page): Promise<readonly string[]> {
  const places: string[] = []
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
  })
  for (let presses = 0; presses < enough; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await unseenFocus(page)).toBeUndefined()
    const place = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) return undefined
      const isSeen = activeElement.hasAttribute('data-walked')
      activeElement.setAttribute('data-walked', '')
      return isSeen ? undefined : activeElement.outerHTML.slice(0, 120)
    })
    if (place === undefined) break
    places.push(place)
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked')
    document.body.removeAttribute('tabindex')
  })
  return places
}

/** What has the focus without showing it; undefined where all is well. */
function unseenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document
    // Between the last place and the first one the browser's own window has it.
    if (activeElement === null || activeElement === document.body) return undefined
    const isOutlined = (element: Element | null) => {
      if (element === null) return false
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && Number.parseFloat(opacity) > 0
    }
    // A radio button drawn by a label shows it there.
    const shows = isOutlined(activeElement) || isOutlined(activeElement.closest('label'))
    const { width } = activeElement.getBoundingClientRect()
    return shows && width > 0 ? undefined : activeElement.outerHTML.slice(0, 200)
  })
}
