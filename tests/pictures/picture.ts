import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { root } from '../e2e/fixture.ts'

/** Puts what the page shows into docs/pictures, once it has been read from the disk. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.locator('.page').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`), animations: 'disabled' })
}
