import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixture.ts'
import { picture } from './picture.ts'

/** At both sizes: the usual window, and the smallest. */
async function pictures(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, `${name}-960`)
  await page.setViewportSize({ width: 1120, height: 740 })
  await picture(page, name)
}

test('帮助中心', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const { page } = await start()
  await page.getByRole('button', { name: '帮助中心' }).click()
  await expect(page.getByRole('button', { name: '忘记 PIN' })).toBeVisible()
  await pictures(page, 'help')
  const field = page.getByRole('combobox', { name: '搜索帮助' })
  await field.fill('key锁了')
  await expect(page.getByRole('option').first()).toContainText('USB Key 锁定了')
  await pictures(page, 'help-search')
  await field.fill('火星')
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
  await pictures(page, 'help-nothing')
  await field.fill('mmwj')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('article', { name: '忘记 PIN' })).toBeVisible()
  await pictures(page, 'help-article')
  await page.getByRole('button', { name: '我的证书' }).click()
  await page.getByRole('button', { name: /^PIN 管理/ }).click()
  await page.getByLabel('原 PIN').fill('99999999')
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite-5927')
  await page.getByLabel('再输入一次新 PIN').fill('Kite-5927')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^代码 token.pinIncorrect/ }).click()
  await expect(page.getByRole('article', { name: 'PIN 不正确' })).toBeVisible()
  await pictures(page, 'help-code')
})
