import type { Page } from '@playwright/test'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { expect, test } from '../e2e/fixture.ts'
import { logIn } from '../e2e/wizard.ts'
import { cameraSwitches, createCameraFilm } from '../support/camera-film.ts'
import { photograph, type Scene } from '../support/drawn-seals/photo.ts'
import { picture } from './picture.ts'

const form = sealTypes.official

async function choose(page: Page, scene: Scene): Promise<void> {
  const buffer = (await photograph(scene)).toBuffer('image/jpeg', 88)
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  await dialog.locator('input[type=file]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer })
}

test('智能自助采集: choosing, a seal, one that cannot be used', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-100, 265] })
  const { page } = await start()
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await page.getByRole('button', { name: '智能自助采集印章' }).click()
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  await expect(dialog.getByRole('button', { name: '选择照片' })).toBeVisible()
  await picture(page, 'seal-capture-choose')
  await choose(page, { seed: 5, text: 'across', falloff: 0.35, stamps: [{ form, x: 4, clockwise: 9 }] })
  await expect(dialog.getByAltText('取出的印章')).toBeVisible()
  await picture(page, 'seal-capture-found')
  await dialog.getByRole('button', { name: '擦除', exact: true }).click()
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, 'seal-capture-erase-small')
  await dialog.getByRole('button', { name: '换一张' }).click()
  await choose(page, { seed: 6, stamps: [{ form, x: 30 }] })
  await expect(dialog.getByRole('alert')).toBeVisible()
  await picture(page, 'seal-capture-refused')
})

for (const textSize of [100, 150]) {
  test(`智能自助采集 with a camera, text of ${textSize} %`, async ({ desk, start }) => {
    await desk.put({ keyType: 'p-256', days: [-100, 265] })
    const film = await createCameraFilm({ stamps: [{ form, x: 2, clockwise: 5 }], seed: 11 })
    const { page } = await start({ switches: cameraSwitches.film(film.path), textSize })
    await page.setViewportSize({ width: 960, height: 640 })
    await page.getByRole('button', { name: '电子印章' }).click()
    await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
    await logIn(page)
    await page.getByRole('button', { name: '注册电子印章' }).click()
    await page.getByRole('button', { name: '下一步：印章图片' }).click()
    await page.getByRole('button', { name: '智能自助采集印章' }).click()
    const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
    await expect(dialog.getByRole('button', { name: '拍照', exact: true })).toBeVisible()
    await picture(page, `seal-camera-choose-${textSize}`)
    await dialog.getByRole('button', { name: '拍照', exact: true }).click()
    await expect(dialog.getByText(/让印章落在虚线框里/)).toBeVisible()
    await picture(page, `seal-camera-live-${textSize}`)
    await dialog.getByRole('button', { name: '拍摄', exact: true }).click()
    await expect(dialog.getByAltText('取出的印章')).toBeVisible()
    await picture(page, `seal-camera-taken-${textSize}`)
    await dialog.getByRole('button', { name: '重拍' }).click()
    await expect(dialog.getByText(/让印章落在虚线框里/)).toBeVisible()
    await page.evaluate(() =>
      (document.querySelector('video')?.srcObject as MediaStream | null)
        ?.getTracks()[0]
        ?.dispatchEvent(new Event('ended')),
    )
    await expect(dialog.getByRole('alert')).toContainText('摄像头已断开')
    await picture(page, `seal-camera-lost-${textSize}`)
    film.remove()
  })
}
