import type { Page } from '@playwright/test'
import { createFaultyModule } from '../support/faulty-module.ts'
import { deskPin } from '../support/desk.ts'
import { enrolElsewhere, numbered } from '../support/enrol-account.ts'
import { audit } from './audit.ts'
import { expect, test } from './fixture.ts'
import { entryOf } from './navigation.ts'
import { beginRenewal, enterCode, enterPin, initialise, logIn, verifyPhone } from './wizard.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const expired = { keyType: 'p-256', days: [-400, -12] } as const

async function go(page: Page, name: string): Promise<void> {
  await entryOf(page, name).click()
  // It is read when it is first opened.
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('every page, logged out and logged in', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  await desk.put({ ...expired, holder: { subject: { organisation: '过期公司', commonName: '过期公司' } } })
  await enrolElsewhere(desk, numbered(22))
  const { page } = await start()
  await expect(page.getByText('天前过期', { exact: true })).toBeVisible()
  await audit(page, 'certificates')
  for (const name of ['延期与修复', '平台证书', '我的业务', '电子印章', '帮助中心', '设置']) {
    await go(page, name)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await audit(page, name)
  }
  await page.getByRole('button', { name: '展开' }).click()
  await audit(page, 'settings, the connection')
  await page.getByLabel('平台地址').fill('http://ca.example.invalid:8083')
  await page.getByRole('button', { name: '保存地址' }).click()
  await audit(page, 'settings, a platform without encryption')
  await go(page, '环境检测')
  await expect(page.getByRole('button', { name: '重新检测' }).last()).toBeEnabled()
  await audit(page, 'environment')
  await page
    .getByRole('button', { name: /：详情$/ })
    .first()
    .click()
  await audit(page, 'environment, details')
  await go(page, '平台证书')
  await page.getByRole('region', { name: '登录后查看平台上的证书' }).getByRole('button', { name: '登录' }).click()
  await audit(page, 'login')
  await logIn(page, 'wrong')
  await expect(page.getByText(/还可以输入/)).toBeVisible()
  await audit(page, 'login, refused')
  await logIn(page)
  await expect(page.getByRole('table', { name: '平台上的证书' })).toBeVisible()
  await audit(page, 'platform certificates')
  await page.getByRole('searchbox').fill('没有这样的单位')
  await expect(page.getByText('没有符合条件的内容')).toBeVisible()
  await audit(page, 'platform certificates, nothing found')
  await go(page, '我的业务')
  for (const name of ['咨询', '快递']) {
    await page.getByRole('tab', { name }).click()
    await audit(page, name)
  }
})

test('dialogs and drawers over the pages', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  const { page } = await start()
  await page.getByRole('button', { name: '查看详情' }).click()
  await expect(page.getByRole('dialog', { name: '证书详情' })).toBeVisible()
  await audit(page, 'details')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '导出' }).first().click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await audit(page, 'export')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^PIN 管理/ }).click()
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite')
  await audit(page, 'PIN, changing')
  await page.getByText('解锁 PIN', { exact: true }).click()
  await page.getByRole('checkbox').check()
  await audit(page, 'PIN, unlocking')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^验证签名/ }).click()
  await audit(page, 'signing, a test')
  await page.getByLabel('PIN', { exact: true }).fill(deskPin)
  await page.keyboard.press('Enter')
  await expect(page.getByText('验证成功')).toBeVisible()
  await audit(page, 'signing, passed')
  for (const name of ['签署文件', '验证文件']) {
    await page.getByRole('dialog').getByText(name, { exact: true }).click()
    await audit(page, name)
  }
  await page.keyboard.press('Escape')
  await go(page, '帮助中心')
  await page.getByRole('combobox').fill('token.pinLocked')
  await expect(page.getByRole('option').first()).toBeVisible()
  await audit(page, 'help, found')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await audit(page, 'help, a code')
  await page.getByRole('combobox').fill('zzzzzz')
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
  await audit(page, 'help, nothing found')
  await go(page, '设置')
  await page.getByRole('button', { name: '生成诊断包' }).click()
  await expect(page.getByRole('button', { name: '保存诊断包' })).toBeEnabled({ timeout: 30_000 })
  await audit(page, 'diagnostics')
})

test('a renewal, step by step, and what goes wrong in it', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  const { page } = await start()
  await page.getByRole('button', { name: /^延期：/ }).click()
  await expect(page.getByText('检查通过，可以办理。')).toBeVisible()
  await audit(page, 'read')
  await page.getByLabel('有', { exact: true }).check()
  await audit(page, 'read, sealed bids')
  await page.getByLabel('没有', { exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await logIn(page)
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
  await audit(page, 'SMS')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByLabel('第 1 位')).toBeVisible()
  await audit(page, 'SMS, code')
  const right = desk.newestCode()
  await enterCode(page, right === '000000' ? '000001' : '000000')
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await audit(page, 'SMS, wrong code')
  await enterCode(page, right)
  await page.getByRole('button', { name: '初始化证书' }).click()
  await expect(page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })).toBeVisible()
  await audit(page, 'PIN')
  await enterPin(page, '87654321')
  await expect(page.getByText('PIN 不正确')).toBeVisible()
  await audit(page, 'PIN, wrong')
  await enterPin(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
  await audit(page, 'execute')
  await page.getByRole('button', { name: '放弃本次办理' }).click()
  await audit(page, 'abandon')
  await page.getByRole('button', { name: '继续办理' }).click()
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await audit(page, 'result')
  await page.getByRole('button', { name: '完成' }).click()
  await go(page, '延期与修复')
  await audit(page, 'records')
})

test('while it is written: heard step by step, and asked before it is ended', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  // Long enough to look twice.
  module.delay('C_CreateObject', 12_000)
  await page.getByRole('button', { name: '执行延期' }).click()
  // What a screen reader says: the step by its name, and how far it is.
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: /^写入新签名证书 已完成 \d 步，共 \d+ 步$/ }),
  ).toBeAttached()
  await expect(page.getByRole('progressbar', { name: '办理步骤' })).toHaveAttribute('aria-valuetext', /已完成 \d 步/)
  await audit(page, 'writing')
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await expect(page.getByRole('dialog', { name: '正在写入 USB Key' })).toBeVisible()
  await audit(page, 'closing')
  await page.getByRole('button', { name: '等待完成' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
})

test('a key that is not there, and drivers that do not work', async ({ desk, start }) => {
  const module = await createFaultyModule(desk)
  const { page, close } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('这把 USB Key 里没有证书')).toBeVisible()
  await audit(page, 'an empty key')
  module.unplug()
  await expect(page.getByText('没有检测到 USB Key').first()).toBeVisible()
  await audit(page, 'no key')
  await close()
  const broken = await start({ modules: ['/usr/lib/x86_64-linux-gnu/libm.so.6', '/nowhere/driver.so'] })
  await expect(broken.page.getByText('驱动异常')).toBeVisible()
  await audit(broken.page, 'broken drivers')
  await go(broken.page, '设置')
  await audit(broken.page, 'broken drivers, settings')
})

test('the demonstration', async ({ start }) => {
  const { page } = await start({ mode: 'demo' })
  await expect(page.getByText('即将到期', { exact: true })).toBeVisible()
  await audit(page, 'demonstration')
})

test('in English', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  const { page } = await start({ language: 'en' })
  await expect(page.getByText('days left')).toBeVisible()
  await audit(page, 'certificates')
  const pages = ['Renew and repair', 'On the platform', 'My orders', 'Environment check', 'Help', 'Settings']
  for (const name of pages) {
    await go(page, name)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await audit(page, name)
  }
  await page.getByRole('button', { name: 'My certificates' }).click()
  await page.getByRole('button', { name: /^Renew: / }).click()
  await expect(page.getByRole('heading', { name: 'Please check that this is the right certificate' })).toBeVisible()
  await audit(page, 'read')
})
