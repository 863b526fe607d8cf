import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createFaultyModule } from '../support/faulty-module.ts'
import { buildCrashOnLoad } from '../support/pkcs11-forwarder/build.ts'
import { expect, test } from './fixture.ts'

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

async function openPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await expect(page.getByText(/ · 用时 /)).toBeVisible()
}

test('the demonstration is looked at whole, and nothing is claimed that was not seen', async ({ start }) => {
  const { page } = await start({ mode: 'demo' })
  await expect(page.getByText('即将到期', { exact: true })).toBeVisible()
  await openPage(page)
  await expect(page.getByText('检测中', { exact: true })).toHaveCount(0)
  await expect(row(page, 'USB Key')).toContainText('已插入')
  // One of the demonstration's five certificates has no private key; the others can be renewed all the same.
  await expect(row(page, '私钥')).toContainText('需注意')
  await expect(page.getByText(/^可以办理，有 \d+ 项需注意$/)).toBeVisible()
  await expect(row(page, '智能卡服务')).toContainText('不适用')
})

test('a driver that crashes is told beside the one that works, and can be tried again once it is mended', async ({
  desk,
  start,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'))
  try {
    const broken = join(folder, 'broken_pkcs11.so')
    copyFileSync(await buildCrashOnLoad(), broken)
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const { page } = await start({ modules: [desk.modulePath, broken] })
    await openPage(page)
    const health = row(page, '工作情况').filter({ hasText: 'broken_pkcs11.so' })
    await expect(health).toContainText('需注意')
    await expect(health).toContainText('它在启动时崩溃了。')
    await expect(row(page, 'USB Key')).toContainText('已插入')
    copyFileSync(desk.modulePath, broken)
    await health.getByRole('button', { name: '工作情况 broken_pkcs11.so：重试驱动' }).click()
    await expect(health).toContainText('有应答，工作正常。')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a key that is pulled out is missed at the next look, and the report says so', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const { app, page } = await start({ modules: [module.path], environment: module.environment })
  await openPage(page)
  await expect(row(page, 'USB Key')).toContainText('已插入')
  module.unplug()
  await page.getByRole('button', { name: '重新检测' }).click()
  await expect(row(page, 'USB Key')).not.toContainText('已插入')
  await expect(row(page, '证书')).toContainText('读到 USB Key 后检测。')
  const path = join(desk.userData, '报告.txt')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: '导出检测报告' }).click()
  await expect(page.getByText('检测报告已保存为 报告.txt。')).toBeVisible()
  const report = readFileSync(path, 'utf8')
  expect(report).toContain('[不适用] 证书: 读到 USB Key 后检测。')
  expect(report).not.toContain('济南测试有限公司')
})

test('a gate that is blocked leads to the page, by keyboard as well', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  await desk.simulator.close()
  const { page } = await start()
  await page.getByRole('button', { name: /^延期：/ }).click()
  await expect(page.getByText(/^有 \d+ 项阻断/)).toBeVisible()
  await page.getByRole('button', { name: '查看环境检测' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '环境检测' })).toBeVisible()
  await expect(page.getByText(/ · 用时 /)).toBeVisible()
})
