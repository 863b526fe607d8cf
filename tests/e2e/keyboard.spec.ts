import type { ElectronApplication, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { cameraSwitches, createCameraFilm } from '../support/camera-film.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { deskAccount, deskPin } from '../support/desk.ts'
import { expect, test } from './fixture.ts'
import { pressAt, tabTo, walkAround } from './keyboard.ts'
import { entryOf } from './navigation.ts'

// No mouse in this file: nothing is clicked, filled or checked, and every place on the way shows that it has the focus.

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()

async function logIn(page: Page, password: string = deskAccount.password): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登录' })
  await tabTo(page, dialog.getByLabel('账号', { exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(deskAccount.account)
  await tabTo(page, dialog.getByLabel('密码', { exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

async function typePin(page: Page, pin: string = deskPin): Promise<void> {
  await expect(page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })).toBeVisible()
  await tabTo(page, page.getByLabel('PIN', { exact: true }))
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
}

/** The window system's dialog answers with this path. */
const dialogsAnswer = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

async function toCode(page: Page): Promise<void> {
  await pressAt(page, button(page, /^(延期|修复)：/))
  await expect(button(page, '下一步')).toBeEnabled()
  await pressAt(page, button(page, '下一步'))
  await logIn(page)
  await pressAt(page, button(page, '获取验证码'))
  await expect(page.getByLabel('第 1 位')).toBeFocused()
}

async function toExecution(page: Page, code: () => string): Promise<void> {
  await toCode(page)
  await page.keyboard.type(code())
  await pressAt(page, button(page, '初始化证书'))
  await typePin(page)
}

test('a renewal, from the card to the receipt', async ({ desk, start }) => {
  await desk.put(expiring)
  const { app, page } = await start()
  await toExecution(page, desk.newestCode)
  await pressAt(page, button(page, '执行延期'))
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await dialogsAnswer(app, join(desk.userData, '回执.pdf'))
  await pressAt(page, button(page, '保存回执（PDF）'))
  await expect(page.getByText('回执已保存：回执.pdf')).toBeVisible()
  await pressAt(page, button(page, '完成'))
  await expect(page.getByRole('heading', { level: 1, name: '延期与修复' })).toBeVisible()
})

test('a repair, with a wrong code and a wrong PIN on the way', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-400, -12] })
  const { page } = await start()
  await toCode(page)
  const right = desk.newestCode()
  await page.keyboard.type(right === '000000' ? '000001' : '000000')
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await expect(page.getByLabel('第 1 位')).toBeFocused()
  await page.keyboard.type(right)
  await pressAt(page, button(page, '初始化证书'))
  // Escape leaves the dialog, and the focus is where it was.
  await expect(page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, '初始化证书')).toBeFocused()
  await page.keyboard.press('Enter')
  await typePin(page, '87654321')
  await expect(page.getByText('PIN 不正确')).toBeVisible()
  await typePin(page)
  await pressAt(page, button(page, '执行修复'))
  await expect(page.getByRole('heading', { name: '修复成功' })).toBeVisible()
})

test('a login with the code in a picture', async ({ desk, start }) => {
  const { page } = await start()
  await pressAt(page, page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }))
  const dialog = page.getByRole('dialog', { name: '登录' })
  for (const attempts of [4, 3, 2]) {
    await logIn(page, 'wrong')
    await expect(dialog.locator('[aria-live=assertive]')).toContainText(`还可以输入 ${attempts} 次。`)
  }
  await logIn(page)
  const picture = dialog.getByRole('img', { name: /图形验证码/ })
  await expect(picture).toBeVisible()
  const id = (await picture.getAttribute('data-captcha')) ?? ''
  const simulator = desk.simulator as PlatformSimulator & { readonly captchaAnswer: (id: string) => string }
  await tabTo(page, dialog.getByRole('textbox', { name: '图形验证码' }))
  await page.keyboard.type(simulator.captchaAnswer(id))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await tabTo(page, button(page, '退出登录'))
})

test('a new PIN, and a signed file', async ({ desk, start }) => {
  await desk.put(expiring)
  const file = join(desk.userData, '投标文件.pdf')
  writeFileSync(file, 'content')
  const { app, page } = await start()
  const open = button(page, /^PIN 管理/)
  await pressAt(page, open)
  await expect(page.getByLabel('原 PIN')).toBeFocused()
  await page.keyboard.type(deskPin)
  for (const field of [page.getByLabel('新 PIN', { exact: true }), page.getByLabel('再输入一次新 PIN')]) {
    await tabTo(page, field)
    await page.keyboard.type('Kite-5927')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('PIN 已修改')).toBeVisible()
  await pressAt(page, page.getByRole('dialog').getByRole('button', { name: '完成' }))
  await expect(open).toBeFocused()

  const sign = button(page, /^验证签名/)
  await pressAt(page, sign)
  const dialog = page.getByRole('dialog', { name: '签名与验证' })
  await tabTo(page, dialog.getByRole('radio', { name: '验证本证书' }))
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: '签署文件' })).toBeChecked()
  await dialogsAnswer(app, file)
  await pressAt(page, dialog.getByRole('button', { name: '选择要签署的文件' }))
  await tabTo(page, dialog.getByLabel('PIN', { exact: true }))
  await page.keyboard.type('Kite-5927')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('已签署，签名保存为 投标文件.pdf.p7s')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sign).toBeFocused()
})

test('a fix of the environment', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start({ modules: [desk.modulePath, '/nowhere/driver.so'] })
  await pressAt(page, entryOf(page, '环境检测'))
  const banner = page.getByRole('status').filter({ hasText: /可以办理|没有发现问题|一切正常|还不能办理/ })
  await expect(banner).toBeVisible()
  const details = button(page, /：详情$/)
  await pressAt(page, details)
  await expect(button(page, /：收起详情$/)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(details).toBeFocused()
  await pressAt(page, button(page, /：重试驱动$/))
  await expect(banner).toBeVisible()
})

test('the help, and an article in it', async ({ start }) => {
  const { page } = await start()
  await pressAt(page, entryOf(page, '帮助中心'))
  await tabTo(page, page.getByRole('combobox', { name: '搜索帮助' }))
  await page.keyboard.type('密码忘了')
  await expect(page.getByRole('option').first()).toContainText('忘记 PIN')
  await expect(page.getByRole('status').filter({ hasText: /找到 \d+ 条/ })).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: '忘记 PIN' })).toBeVisible()
  await expect(button(page, '返回')).toBeFocused()
})

test('the settings: another address, another language, a larger text, and back', async ({ desk, start }) => {
  const first = await start()
  const { page } = first
  await pressAt(page, entryOf(page, '设置'))
  await tabTo(page, page.getByLabel('平台地址'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('https://ca.example.com')
  await pressAt(page, button(page, '保存地址'))
  await expect(page.locator('[aria-live=polite]').filter({ hasText: '平台地址已保存。' })).toBeVisible()
  const chosen = page.getByRole('radio', { name: '中文' })
  await tabTo(page, chosen)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused()
  await tabTo(page, page.getByRole('radio', { name: '100%' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '125%' })).toBeChecked()
  await expect(page.locator('html')).toHaveCSS('font-size', '20px')
  await first.close()

  // Both are there after a restart.
  const again = await start({ settings: 'kept', language: 'en' })
  await expect(again.page.locator('html')).toHaveCSS('font-size', '20px')
  expect(await again.page.title()).toBe('CA User Tool')
  await pressAt(again.page, again.page.getByRole('navigation').getByRole('button', { name: 'Settings' }))
  await tabTo(again.page, again.page.getByRole('radio', { name: 'English' }))
  await again.page.keyboard.press('ArrowLeft')
  await expect(again.page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  expect(desk.simulator.books().orders).toBe(0)
})

test('an export', async ({ desk, start }) => {
  await desk.put(expiring)
  const { app, page } = await start()
  await dialogsAnswer(app, join(desk.userData, '证书.cer'))
  const open = button(page, '导出')
  await pressAt(page, open)
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[aria-live=polite]').filter({ hasText: '已保存 证书.cer' })).toBeVisible()
  const details = button(page, '查看详情')
  await pressAt(page, details)
  await expect(page.getByRole('dialog', { name: '证书详情' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(details).toBeFocused()
})

test('the question before the end', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await toExecution(page, desk.newestCode)
  module.delay('C_CreateObject', 12_000)
  await pressAt(page, button(page, '执行延期'))
  await expect(page.getByRole('listitem').filter({ hasText: '写入新签名证书' })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await expect(page.getByRole('dialog', { name: '正在写入 USB Key' })).toBeVisible()
  await pressAt(page, button(page, '等待完成'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
})

test('every place of every page shows that it has the focus', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  for (const name of ['我的证书', '延期与修复', '平台证书', '电子印章', '我的业务', '环境检测', '帮助中心', '设置']) {
    await pressAt(page, entryOf(page, name))
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    expect((await walkAround(page)).length, name).toBeGreaterThan(7)
  }
})

test('a seal, from its page to a photo that a camera takes', async ({ desk, start }) => {
  await desk.put(expiring)
  const film = await createCameraFilm({ stamps: [{ form: sealTypes.official, clockwise: 4 }], seed: 31 })
  const { page } = await start({ switches: cameraSwitches.film(film.path) })
  await pressAt(page, entryOf(page, '电子印章'))
  await pressAt(page, page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }))
  await logIn(page)
  await pressAt(page, button(page, '印章图片要求'))
  await expect(page.getByRole('dialog', { name: '印章图片处理方法及要求' })).toBeVisible()
  await page.keyboard.press('Escape')
  await pressAt(page, button(page, '注册电子印章'))
  await expect(page.getByLabel('印模名称', { exact: true })).toBeVisible()
  expect((await walkAround(page)).length).toBeGreaterThan(7)
  await pressAt(page, button(page, '下一步：印章图片'))
  await pressAt(page, button(page, '智能自助采集印章'))
  const dialog = page.getByRole('dialog', { name: '智能自助采集印章' })
  await expect(dialog.getByRole('button', { name: '选择照片' })).toBeFocused()
  await pressAt(page, dialog.getByRole('button', { name: '拍照', exact: true }))
  await expect(dialog.getByLabel('摄像头画面')).toBeVisible()
  await pressAt(page, dialog.getByRole('button', { name: '拍摄', exact: true }))
  await expect(dialog.getByAltText('取出的印章')).toBeVisible()
  await pressAt(page, dialog.getByRole('button', { name: '使用这张' }))
  await expect(dialog).toBeHidden()
  await pressAt(page, button(page, '提交审核'))
  await expect(page.locator('.tag').filter({ hasText: '待审核' })).toBeVisible()
  film.remove()
})
