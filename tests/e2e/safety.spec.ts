import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Desk } from '../support/desk.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { expect, test } from './fixture.ts'
import { beginRenewal, enterPin, finishRenewal, initialise, logIn, verifyPhone } from './wizard.ts'

test('signing and encryption certificate are renewed together, and the receipt says so', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  await desk.putEncryption([-338, 27])
  const { app, page } = await start()
  await page.getByRole('button', { name: /^延期：/ }).click()
  await expect(page.getByText('有尚未开标的加密投标文件吗？')).toBeVisible()
  await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled()
  await page.getByLabel('没有', { exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await logIn(page)
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await expect(page.getByText('新的签名证书和加密证书都已写入')).toBeVisible()

  const receipt = join(desk.userData, '回执.pdf')
  await saveAs(app, receipt)
  await page.getByRole('button', { name: '保存回执（PDF）' }).click()
  await expect(page.getByText('回执已保存：回执.pdf')).toBeVisible()
  const text = execFileSync('pdftotext', ['-layout', receipt, '-'], { encoding: 'utf8' })
  for (const part of ['数字证书延期回执', '济南测试有限公司', '新加密证书', '用新私钥签名并验证通过']) {
    expect(text).toContain(part)
  }
})

/** The window system's dialog answers with this path. */
async function saveAs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

const askToClose = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })

/** A row of what is being done; screen readers hear the one under way once more. */
const subStep = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** A renewal that is about to be written, with a driver that can be told to misbehave. */
async function beforeWriting(desk: Desk, page: Page): Promise<void> {
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
}

test('the window does not close in the middle of writing without asking', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await beforeWriting(desk, page)
  module.delay('C_CreateObject', 4000)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(subStep(page, '写入新签名证书')).toBeVisible()
  await askToClose(app)
  const dialog = page.getByRole('dialog', { name: '正在写入 USB Key' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: '等待完成' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
})

test('ended in the middle all the same, the next start goes on', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const first = await start({ modules: [module.path], environment: module.environment })
  await beforeWriting(desk, first.page)
  module.hang('C_CreateObject')
  await first.page.getByRole('button', { name: '执行延期' }).click()
  await expect(subStep(first.page, '写入新签名证书')).toBeVisible()
  await askToClose(first.app)
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  await first.page.getByRole('button', { name: '仍要退出' }).click()
  await ended
  module.mend()

  const { page } = await start({ modules: [module.path], environment: module.environment })
  await finishRenewal({ page, desk })
  expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1 })
})

test('a key that is pulled out is asked back, and gone on with', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { page } = await start({ modules: [module.path], environment: module.environment })
  await beforeWriting(desk, page)
  module.unplug()
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByText(/请插回同一把 USB Key/)).toBeVisible()
  module.plug()
  await expect(page.getByText('已重新插入，可以继续')).toBeVisible()
  await page.getByRole('button', { name: '继续', exact: true }).click()
  await enterPin(page)
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
})
