import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { beginRenewal, enterCode, enterPin, initialise, logIn, verifyPhone } from '../e2e/wizard.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { picture } from './picture.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const newRoot = [
  'req',
  '-x509',
  '-newkey',
  'rsa:2048',
  '-nodes',
  '-days',
  '3650',
  '-subj',
  '/O=Example Group/CN=Example Root CA',
]
const expired = { keyType: 'p-256', days: [-400, -12] } as const

test('demonstration', async ({ start }) => {
  const { page } = await start({ mode: 'demo' })
  await expect(page.getByText('即将到期', { exact: true })).toBeVisible()
  await picture(page, 'certificates')
  await page.getByText('未生效', { exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'certificates-more')
  await page.getByRole('button', { name: '设置' }).click()
  await picture(page, 'settings')
})

test('certificates', async ({ desk, start }) => {
  await desk.put({ ...expiring, label: '公司' })
  const name = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)
  await desk.put({ ...expired, holder: { subject: { organisation: name, commonName: name } } })
  const { page } = await start()
  await expect(page.getByText('天前过期', { exact: true })).toBeVisible()
  await picture(page, 'certificates-long-name')
  await page.getByRole('button', { name: '查看详情' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'details')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '导出' }).first().click()
  await picture(page, 'export')
  await page.setViewportSize({ width: 960, height: 640 })
  await page.keyboard.press('Escape')
  await picture(page, 'certificates-960')
})

test('nothing to show', async ({ desk, start }) => {
  const module = await createFaultyModule(desk)
  const { page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('这把 USB Key 里没有证书')).toBeVisible()
  await picture(page, 'empty-token')
  module.unplug()
  await expect(page.getByText('没有检测到 USB Key')).toBeVisible()
  await picture(page, 'no-token')
})

test('no driver', async ({ start }) => {
  const { page } = await start({ modules: [] })
  await expect(page.getByText('没有找到驱动')).toBeVisible()
  await picture(page, 'no-driver')
})

test('a broken driver', async ({ start }) => {
  const { page } = await start({ modules: ['/usr/lib/x86_64-linux-gnu/libm.so.6', '/nowhere/driver.so'] })
  await expect(page.getByText('驱动异常')).toBeVisible()
  await picture(page, 'driver-failed')
  await page.getByRole('button', { name: '设置' }).click()
  await picture(page, 'settings-driver-failed')
})

test('settings of the connection', async ({ desk, start }) => {
  await desk.put(expiring)
  const { app, page } = await start()
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByText('本机地址')).toBeVisible()
  await picture(page, 'settings-real')
  const file = join(desk.userData, 'root.pem')
  execFileSync('openssl', [...newRoot, '-keyout', join(desk.userData, 'root.key'), '-out', file])
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByLabel('平台地址').fill('https://ca.example.com')
  await page.getByRole('button', { name: '保存地址' }).click()
  await page.getByRole('button', { name: '展开' }).click()
  await page.getByRole('button', { name: '选择根证书文件' }).click()
  await expect(page.getByText('加密连接，使用单位自己的根证书')).toBeVisible()
  await page.getByRole('radio', { name: '手动填写' }).check()
  await page.getByLabel('代理地址').fill('proxy.example.com:8080')
  await page.getByLabel('平台的密钥指纹').fill('not-a-pin')
  await page.getByRole('button', { name: '保存连接设置' }).click()
  await expect(page.getByText('密钥指纹不正确')).toBeVisible()
  await page.setViewportSize({ width: 1120, height: 1180 })
  await picture(page, 'settings-connection')
  await page.setViewportSize({ width: 960, height: 640 })
  await page.getByText('密钥指纹不正确').scrollIntoViewIfNeeded()
  await picture(page, 'settings-connection-960')
})

test('a platform without encryption', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.getByRole('button', { name: '设置' }).click()
  const address = page.getByLabel('平台地址')
  // The manual's own stays untouched: a name that does not exist is asked for instead.
  await address.fill('http://ca.example.invalid:8083')
  await page.getByRole('button', { name: '保存地址' }).click()
  await expect(page.getByText('先勾选上面的同意')).toBeVisible()
  await picture(page, 'settings-plain-question')
  await page.getByRole('checkbox', { name: /同意不加密连接/ }).check()
  await page.getByRole('button', { name: '保存地址' }).click()
  await expect(page.getByText('平台连接未加密')).toBeVisible()
  await picture(page, 'settings-plain')
  await page.getByRole('button', { name: '我的证书' }).click()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await picture(page, 'plain-warning')
})

test('renewal', async ({ desk, start }) => {
  await desk.put(expiring)
  const module = await createFaultyModule(desk)
  const { page, kill } = await start({ modules: [module.path], environment: module.environment })
  await page.getByRole('button', { name: /^延期：/ }).click()
  await expect(page.getByText('检查通过，可以办理。')).toBeVisible()
  await picture(page, 'wizard-read')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'login')
  await logIn(page, 'wrong')
  await expect(page.getByText('账号或密码')).toBeVisible()
  await picture(page, 'login-refused')
  await logIn(page)
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
  await picture(page, 'wizard-phone')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByLabel('第 1 位')).toBeVisible()
  await enterCode(page, desk.newestCode() === '123456' ? '654321' : '123456')
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await picture(page, 'wizard-code-refused')
  await enterCode(page, desk.newestCode())
  await expect(page.getByRole('button', { name: '初始化证书' })).toBeVisible()
  await picture(page, 'wizard-initialise')
  await page.getByRole('button', { name: '初始化证书' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'pin')
  await enterPin(page, '00000000')
  await expect(page.getByText('PIN 不正确')).toBeVisible()
  await picture(page, 'pin-refused')
  await enterPin(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
  await picture(page, 'wizard-execute')
  module.hang('C_CreateObject')
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByText('正在把新证书写入 USB Key')).toBeVisible()
  await picture(page, 'wizard-writing')
  // A program that is writing does not close without asking.
  await kill()
})

test('result', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await picture(page, 'wizard-result')
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '延期与修复' }).click()
  await picture(page, 'renewals')
})

test('a certificate that must not be written', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  desk.simulator.faults.arm({ kind: 'other-key' })
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '本次延期已放弃' })).toBeVisible()
  await picture(page, 'wizard-abandoned')
})

test('unfinished', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await page.getByRole('button', { name: '稍后继续' }).click()
  await page.getByRole('button', { name: '延期与修复' }).first().click()
  await expect(page.getByRole('button', { name: '继续上次延期' })).toBeVisible()
  await picture(page, 'renewals-unfinished')
})

test('platform down', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  desk.simulator.faults.arm({ kind: 'html-503', operation: '*', times: 10 })
  await page.getByRole('button', { name: /^延期：/ }).click()
  await expect(page.getByText('平台正在维护').first()).toBeVisible()
  await page.getByText('平台正在维护').first().scrollIntoViewIfNeeded()
  await picture(page, 'platform-maintenance')
})

test('both certificates', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await picture(page, 'certificates-pair')
  await page.getByRole('button', { name: /^延期：/ }).click()
  await page.getByLabel('有', { exact: true }).check()
  await page.getByText('我已了解').scrollIntoViewIfNeeded()
  await picture(page, 'wizard-open-bids')
  await page.getByLabel('没有', { exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await logIn(page)
  await verifyPhone(page, desk)
  await initialise(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
  module.unplug()
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByText('请插回同一把 USB Key')).toBeVisible()
  await picture(page, 'wizard-key-absent')
  module.plug()
  await expect(page.getByText('已重新插入，可以继续')).toBeVisible()
  module.delay('C_CreateObject', 5000)
  await page.getByRole('button', { name: '继续', exact: true }).click()
  await enterPin(page)
  await expect(page.getByText('正在把新证书写入 USB Key')).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'wizard-closing')
  await page.getByRole('button', { name: '等待完成' }).click()
  module.mend()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await picture(page, 'wizard-result-pair')
  await page.getByRole('button', { name: '我的证书' }).click()
  await page.getByText('历史加密证书').first().scrollIntoViewIfNeeded()
  await picture(page, 'certificates-historical')
})
