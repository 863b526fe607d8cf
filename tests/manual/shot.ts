import type { Locator, Page } from '@playwright/test'
import { join } from 'node:path'
import { root } from '../e2e/fixture.ts'

const folder = join(root, 'docs/使用手册')

/** Of the whole window, or of one part of it, as it is when every letter has been drawn. */
export async function shot(of: Page | Locator, name: string): Promise<void> {
  const page = 'page' in of ? of.page() : of
  await page.evaluate(() => document.fonts.ready)
  await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The section of 设置 with this title. */
export function panelOf(page: Page, title: string): Locator {
  return page.locator('section, form', { has: page.getByRole('heading', { name: title, exact: true }) }).last()
}
