import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { deskPin } from '../support/desk.ts'
import { picture } from './picture.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const

/** At both sizes: the usual window, and the smallest. */
async function pictures(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, `${name}-960`)
  await page.setViewportSize({ width: 1120, height: 740 })
  await picture(page, name)
}

test('PIN management', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.getByRole('button', { name: /^PIN 管理/ }).click()
  await expect(page.getByLabel('原 PIN')).toBeFocused()
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite')
  await pictures(page, 'pin-change')
  const enter = async (pin: string) => {
    await page.getByLabel('原 PIN').fill(pin)
    await page.getByLabel('新 PIN', { exact: true }).fill('Kite-5927')
    await page.getByLabel('再输入一次新 PIN').fill('Kite-5927')
    await page.keyboard.press('Enter')
  }
  await enter('99999999')
  await expect(page.getByText('PIN 不正确')).toBeVisible()
  await pictures(page, 'pin-change-refused')
  await page.getByText('解锁 PIN', { exact: true }).click()
  await pictures(page, 'pin-unblock')
  await page.getByRole('checkbox').check()
  await pictures(page, 'pin-unblock-officer')
  await page.getByText('修改 PIN', { exact: true }).first().click()
  await enter(deskPin)
  await expect(page.getByText('PIN 已修改')).toBeVisible()
  await pictures(page, 'pin-changed')
})

test('signing', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  const file = join(desk.userData, '中国（山东）自由贸易试验区济南片区投标文件.pdf')
  writeFileSync(file, 'content')
  const { app, page } = await start()
  await page.getByRole('button', { name: /^验证签名/ }).click()
  await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
  await pictures(page, 'signing-prove')
  const enter = async () => {
    await page.getByLabel('PIN', { exact: true }).fill(deskPin)
    await page.keyboard.press('Enter')
  }
  await enter()
  await expect(page.getByText('验证成功')).toBeVisible()
  await pictures(page, 'signing-proved')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByText('签署文件', { exact: true }).click()
  await page.getByRole('button', { name: '选择要签署的文件' }).click()
  await enter()
  await expect(page.getByText('已签署')).toBeVisible()
  await pictures(page, 'signing-signed')
  await page.getByRole('dialog').getByText('验证文件', { exact: true }).click()
  await page.getByRole('button', { name: '选择文件' }).click()
  await pictures(page, 'signing-check')
  await page.getByRole('button', { name: '开始验证' }).click()
  await expect(page.getByText('文件完整')).toBeVisible()
  await pictures(page, 'signing-checked')
  writeFileSync(file, 'changed')
  await page.getByRole('button', { name: '验证另一个文件' }).click()
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('button', { name: '开始验证' }).click()
  await expect(page.getByText('已被改动')).toBeVisible()
  await pictures(page, 'signing-changed')
  await page.keyboard.press('Escape')
  await expect(page.getByText('请尽快修改 PIN')).toBeVisible()
  await pictures(page, 'pin-known')
})
