import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import type { Locator, Page } from '@playwright/test'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { iou } from '../support/drawn-seals/held-against.ts'
import { photograph, type Scene } from '../support/drawn-seals/photo.ts'
import { storedDegrees, withOrientation, type Orientation } from '../support/exif.ts'
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

/** What an <img> shows, as pixels. */
async function shownBy(picture: Locator) {
  const address = (await picture.getAttribute('src')) ?? ''
  const image = await loadImage(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** The middle of what is red, as shares of width and height. */
function middleOfRed({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }) {
  let [count, across, down] = [0, 0, 0]
  for (let at = 0; at < width * height; at += 1) {
    if ((data[at * 4] ?? 0) - (data[at * 4 + 1] ?? 0) < 60) continue
    count += 1
    across += (at % width) / width
    down += Math.floor(at / width) / height
  }
  return { across: across / count, down: down / count }
}

/** The photo as a camera stores it that was held so: the picture turned, and the turn told in its head. */
function heldSo(photo: Canvas, orientation: Orientation): Buffer {
  const degrees = storedDegrees[orientation]
  const isOnItsSide = degrees % 180 !== 0
  const stored = createCanvas(isOnItsSide ? photo.height : photo.width, isOnItsSide ? photo.width : photo.height)
  const context = stored.getContext('2d')
  context.translate(stored.width / 2, stored.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(photo, -photo.width / 2, -photo.height / 2)
  return withOrientation(stored.toBuffer('image/jpeg', 92), orientation)
}

test('a photo is upright however the phone was held, as its EXIF says', async ({ desk, start }) => {
  await desk.put(valid)
  const { page } = await start()
  await toPicture(page)
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  // Off the middle, and turned by so little that no other quarter could be taken for it.
  const photo = await photograph({ stamps: [{ form: sealTypes.official, x: 12, y: -4, clockwise: 6 }], seed: 21 })
  for (const orientation of [1, 3, 6, 8] as const) {
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: heldSo(photo, orientation) })
    await expect(dialog.getByText(/^图片质量 \d+ 分$/)).toBeVisible()
    const result = await shownBy(dialog.getByAltText('取出的印章'))
    const original = await shownBy(dialog.getByAltText('原图'))
    const { across, down } = middleOfRed(original)
    expect(original.width / original.height, `orientation ${orientation}`).toBeCloseTo(80 / 60, 2)
    expect(across, `orientation ${orientation}`).toBeCloseTo(0.5 + 12 / 80, 1)
    expect(down, `orientation ${orientation}`).toBeCloseTo(0.5 - 4 / 60, 1)
    const overlap = Math.max(iou(result, sealTypes.official, 0), iou(result, sealTypes.official, 6))
    expect(overlap, `orientation ${orientation}`).toBeGreaterThan(0.8)
    await dialog.getByRole('button', { name: '换一张' }).click()
  }
})
