import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { expect, test } from '../e2e/fixture.ts'
import { logIn, verifyPhone } from '../e2e/wizard.ts'
import { photograph } from '../support/drawn-seals/photo.ts'
import { pngOf, stamp } from '../support/stamp-pictures.ts'
import { panelOf, shot } from './shot.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const

async function openSeals(page: Page): Promise<void> {
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await expect(page.getByRole('radio', { name: '济南测试有限公司' })).toBeChecked()
}

test('电子印章', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-100, 265] })
  const { page } = await start()
  await openSeals(page)
  await shot(page, 'seal-details')
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await page.getByRole('button', { name: '智能自助采集印章' }).click()
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  const photo = await photograph({
    ...{ seed: 5, falloff: 0.2 },
    stamps: [{ form: sealTypes.official, x: 4, clockwise: 9 }],
  })
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: photo.toBuffer('image/jpeg', 88) })
  await expect(dialog.getByAltText('取出的印章')).toBeVisible()
  await shot(page, 'seal-capture')
  await page.keyboard.press('Escape')
  const buffer = pngOf(stamp({}))
  await page.getByLabel('选择图片').setInputFiles({ name: '印章.png', mimeType: 'image/png', buffer })
  await expect(page.locator('.finding-list')).toBeVisible()
  await shot(page, 'seal-picture')
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('已提交，等待平台审核。')).toBeVisible()
})

test('平台证书与我的业务', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.getByRole('button', { name: '平台证书' }).click()
  await page.getByRole('region', { name: '登录后查看平台上的证书' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByRole('table', { name: '平台上的证书' })).toBeVisible()
  await shot(page, 'platform-certificates')
  await page.getByRole('button', { name: /^延期：/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await verifyPhone(page, desk)
  await page.getByRole('button', { name: '我的业务' }).click()
  await expect(page.getByRole('button', { name: /^继续延期/ })).toBeVisible()
  await shot(page, 'orders')
})

test('帮助中心', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.getByRole('button', { name: /^帮助中心/ }).click()
  await page.getByRole('combobox', { name: '搜索帮助' }).fill('key锁了')
  await expect(page.getByRole('option').first()).toContainText('USB Key 锁定了')
  await shot(page, 'help-search')
  await page.getByRole('combobox', { name: '搜索帮助' }).fill('')
  await page.getByRole('tab', { name: /^公告/ }).click()
  await expect(page.getByRole('list', { name: '公告列表' })).toBeVisible()
  await shot(page, 'announcements')
})

const dayMs = 86_400_000
const at = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

test('设置', async ({ desk, start }) => {
  await desk.put(expiring)
  const drawer = {
    ...{ fingerprint: '2'.repeat(64), holder: '青岛****公司', cardNumber: '****2222', notAfter: at(4) },
    ...{ lastSeenAt: at(-12), told: [], isMuted: false },
  }
  writeFileSync(join(desk.userData, 'reminders.json'), JSON.stringify({ certificates: [drawer] }))
  const { page } = await start()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await expect(page.getByText('青岛****公司')).toBeVisible()
  await shot(panelOf(page, '到期提醒'), 'reminders')
  await shot(panelOf(page, '语言与文字大小'), 'appearance')
  await page.getByRole('button', { name: '生成诊断包' }).click()
  await page.getByRole('button', { name: /USB Key 与证书/ }).click()
  await shot(page, 'diagnostics')
})
