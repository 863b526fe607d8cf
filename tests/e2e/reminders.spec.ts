import type { ElectronApplication } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFaultyModule } from '../support/faulty-module.ts'
import { expect, test } from './fixture.ts'

interface ShownNotification {
  readonly title: string
  readonly actions: readonly string[]
}

/** Notes each notification from now on; nobody sees one here. */
async function noteNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { shown })
    const { show } = Notification.prototype
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this)
      show.call(this)
    }
  })
}

function notifications(app: ElectronApplication): Promise<readonly ShownNotification[]> {
  return app.evaluate(() =>
    (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ title, actions }) => ({
      title,
      actions: actions.map(({ text = '' }) => text),
    })),
  )
}

/** As the system would, when the first button is pressed. */
async function pressFirstButton(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const [first] = (globalThis as unknown as { shown: Electron.Notification[] }).shown
    first?.emit('action', { actionIndex: 0 })
  })
}

test('a key that comes is told of once, and its reminder leads to the renewal', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  module.unplug()
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('没有检测到 USB Key')).toBeVisible()
  await noteNotifications(app)
  module.plug()
  await expect
    .poll(() => notifications(app))
    .toEqual([{ title: expect.stringMatching(/的证书还有 27 天到期$/), actions: ['立即延期', '明天再提醒'] }])
  await pressFirstButton(app)
  await expect(page.getByRole('heading', { name: '请核对要办理的证书' })).toBeVisible()
  expect(await notifications(app)).toHaveLength(1)
})

test('a reminder of a key in a drawer asks for the key, until it is forgotten', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  module.unplug()
  await expect(page.getByText('没有检测到 USB Key')).toBeVisible()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: '还有 27 天到期' })
  await expect(row).toContainText('上次插入')
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    },
    join(desk.userData, '日历.ics'),
  )
  await page.getByRole('button', { name: '导出日历' }).click()
  await expect(page.getByText(/^已保存 日历\.ics。/)).toBeVisible()
  const calendar = readFileSync(join(desk.userData, '日历.ics'), 'utf8')
  expect(calendar.match(/BEGIN:VALARM\r\n/g)).toHaveLength(8)
  await row.getByRole('button', { name: /^忘记/ }).click()
  await expect(page.getByText('还没有记住的证书。插入 USB Key 后自动记住。')).toBeVisible()
})

test('a closed window hides where the user wants that, and the program still ends', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-100, 300] })
  const { app, page } = await start()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  const choice = page.getByRole('checkbox', { name: '关闭窗口后继续在后台提醒' })
  await choice.check()
  await expect(choice).toBeChecked()
  await expect
    .poll(() => readFileSync(join(desk.userData, 'reminders.json'), 'utf8'))
    .toContain('"staysInBackground": true')
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)
  await app.evaluate(({ app: electron }) => electron.emit('second-instance', {}, [], ''))
  await expect.poll(isVisible).toBe(true)
})
