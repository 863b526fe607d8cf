import type { Page } from '@playwright/test'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { photograph, type Scene } from '../support/drawn-seals/photo.ts'
import { expect, expectAccessible, test } from './fixture.ts'
import { logIn } from './wizard.ts'

const valid = { keyType: 'p-256', days: [-100, 265] } as const
const company = '济南测试有限公司'
const stamps = [{ form: sealTypes.official, x: 6, clockwise: 8 }]

async function toPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await expect(page.getByLabel('印模名称', { exact: true })).toHaveValue(company)
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await page.getByRole('button', { name: '智能自助采集印章' }).click()
}

async function choose(page: Page, scene: Scene): Promise<void> {
  const buffer = (await photograph(scene)).toBuffer('image/jpeg', 88)
  await page
    .getByRole('dialog', { name: '智能自助采集印章' })
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer })
}

test('a photo becomes a picture that the registration takes, after it was turned and erased by hand', async ({
  desk,
  start,
}) => {
  await desk.put(valid)
  const { page } = await start()
  await toPicture(page)
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  await expect(dialog.getByRole('button', { name: '选择照片' })).toBeFocused()

  await choose(page, { stamps: [], seed: 1, text: 'everywhere' })
  await expect(dialog.getByRole('alert')).toContainText('照片里没有找到印章')
  await expect(dialog.getByRole('button', { name: '使用这张' })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '换一张' }).click()

  await choose(page, { stamps, seed: 2, falloff: 0.3, text: 'beside', jpeg: 80 })
  await expect(dialog.getByText(/^图片质量 \d+ 分$/)).toBeVisible()
  const result = dialog.getByAltText('取出的印章')
  const found = await result.getAttribute('src')
  expect(found).toMatch(/^data:image\/png;base64,/)
  await dialog.getByRole('slider', { name: '微调角度' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(result).not.toHaveAttribute('src', found ?? '')
  await dialog.getByRole('button', { name: '擦除', exact: true }).click()
  await dialog.getByRole('application').focus()
  await page.keyboard.press('Space')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '恢复自动结果' }).click()
  await expect(result).toHaveAttribute('src', found ?? '')
  await dialog.getByRole('button', { name: '使用这张' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: '提交审核' })).toBeEnabled()
})
