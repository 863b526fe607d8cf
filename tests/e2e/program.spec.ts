import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { executable } from '../../scripts/electron-path.mjs'
import { createFaultyModule } from '../support/faulty-module.ts'
import { expect, root, test } from './fixture.ts'

test('pulling the key out and putting it back shows by itself', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  module.unplug()
  await expect(page.getByText('没有检测到 USB Key')).toBeVisible()
  await expect(page.getByText('天后到期', { exact: true })).toBeHidden()
  module.plug()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
})

test('a second start hands over to the first and ends', async ({ desk, start }) => {
  const { app, page } = await start()
  await app.evaluate(({ app: electron }) => {
    Object.assign(globalThis, { handedOver: 0 })
    electron.on('second-instance', () => Object.assign(globalThis, { handedOver: 1 }))
  })
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(executable().path, ['.', '--real', `--user-data-dir=${desk.userData}`, ...asRoot], {
    cwd: root,
    stdio: 'ignore',
  })
  expect((await once(second, 'exit'))[0]).toBe(0)
  await expect.poll(() => app.evaluate(() => (globalThis as { handedOver?: number }).handedOver)).toBe(1)
  await expect(page.getByRole('heading', { name: '我的证书' })).toBeVisible()
})

test('the page has no Node, no Electron, and exactly the bridge', async ({ start }) => {
  const { page } = await start()
  const seen = await page.evaluate(() => ({
    node: typeof Reflect.get(globalThis, 'require') + typeof Reflect.get(globalThis, 'process'),
    bridge: Object.keys(Reflect.get(globalThis, 'desktop') as object),
  }))
  expect(seen).toEqual({ node: 'undefinedundefined', bridge: ['invoke', 'on'] })
})

test('the page cannot leave the program, open windows, or be given permissions', async ({ start }) => {
  const { app, page } = await start()
  const before = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
  expect(before).toBe('app://bundle/index.html')
  await page.evaluate(() => {
    window.open('https://example.invalid/')
    location.href = 'https://example.invalid/'
  })
  await expect(page.getByRole('heading', { name: '我的证书' })).toBeVisible()
  expect(app.windows()).toHaveLength(1)
  expect(await page.evaluate(() => Notification.permission)).toBe('denied')
})

test('the demonstration starts with five certificates and cannot be taken for the real thing', async ({ start }) => {
  const { page } = await start({ mode: 'demo' })
  await expect(page.getByText(/^演示/).first()).toBeVisible()
  for (const status of ['即将到期', '已过期', '正常', '未生效', '无私钥']) {
    await expect(page.getByText(status, { exact: true })).toBeVisible()
  }
  await expect(page.getByText('SM2', { exact: true })).toBeVisible()
  // The page scrolls, not the window with its navigation.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  await expect(page.getByText('手机短信（演示）')).toBeVisible()
  await page.getByRole('button', { name: '设置' }).click()
  await expect(page.getByText('演示用的 USB Key')).toBeVisible()
  await expect(page.getByLabel('平台地址')).toHaveValue(/^http:\/\/127\.0\.0\.1:/)
})
