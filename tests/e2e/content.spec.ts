import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixture.ts'

const help = (page: Page) => page.getByRole('button', { name: /^帮助中心/ })
const driver = 'USB Key 驱动（演示数据）'

/** The dialog of the system cannot be worked with: it answers with this folder and the suggested name. */
async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await app.evaluate(({ dialog }, into) => {
    const answered = (...parameters: readonly unknown[]) => {
      const options = parameters.at(-1) as { readonly defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `${into}/${options.defaultPath ?? ''}` })
    }
    Object.assign(dialog, { showSaveDialog: answered })
  }, folder)
}

test('an announcement that was read is not news any more, also after a restart, and is there without the platform', async ({
  desk,
  start,
}) => {
  const first = await start()
  await expect(help(first.page)).toContainText('2 条未读公告')
  await help(first.page).click()
  await first.page.getByRole('tab', { name: '公告（2 条未读）' }).click()
  const title = first.page.getByRole('button', { name: /证书延期与修复办理说明/ })
  await expect(title).toContainText('未读')
  await expect(title).toContainText('置顶')
  await expectAccessible(first.page)
  await title.press('Enter')
  await expect(first.page.getByRole('article', { name: '证书延期与修复办理说明' })).toContainText('办理步骤')
  await expect(first.page.getByRole('button', { name: '返回' })).toBeFocused()
  await expect(help(first.page)).toContainText('1 条未读公告')
  await first.close()

  await desk.simulator.close()
  const { page } = await start()
  await expect(help(page)).toContainText('1 条未读公告')
  await help(page).click()
  await page.getByRole('tab', { name: '公告（1 条未读）' }).click()
  await expect(page.getByText(/下面的内容更新于 \d{4}-\d\d-\d\d \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('button', { name: /证书延期与修复办理说明/ })).not.toContainText('未读')
  await page.getByRole('button', { name: /证书延期与修复办理说明/ }).click()
  await expect(page.getByRole('article', { name: '证书延期与修复办理说明' })).toContainText('办理步骤')
  await expect(page.getByText(/下面的内容更新于/)).toBeVisible()
})

test('a download that was cut off goes on after a restart, and is what the platform published', async ({
  desk,
  start,
}) => {
  const folder = join(desk.userData, '下载')
  const first = await start()
  await saveInto(first.app, folder)
  await help(first.page).click()
  await first.page.getByRole('tab', { name: '下载' }).click()
  desk.simulator.faults.arm({ kind: 'truncated', operation: 'getDownloadContent' })
  await first.page.getByRole('button', { name: `下载：${driver}` }).click()
  await expect(first.page.getByText(/^已停下，已下载/)).toBeVisible()
  await expectAccessible(first.page)
  await first.close()

  const { page } = await start()
  await help(page).click()
  await page.getByRole('tab', { name: '下载' }).click()
  await expect(page.getByText(/^已暂停，已下载/)).toBeVisible()
  await page.getByRole('button', { name: `继续：${driver}` }).click()
  await expect(page.getByText('已下载并核对一致：USB-Key-驱动-演示数据.bin')).toBeVisible()
  await page.getByText('校验值（SHA-256）').first().click()
  const octets = readFileSync(join(folder, 'USB-Key-驱动-演示数据.bin'))
  await expect(page.getByText(createHash('sha256').update(octets).digest('hex'))).toBeVisible()
})

test('a question of the platform is found, and read in the same place', async ({ start }) => {
  const { page } = await start()
  await help(page).click()
  await expect(page.getByRole('tab', { name: '常见问答' })).toBeVisible()
  await page.getByRole('combobox', { name: '搜索帮助' }).fill('图形验证码 账号锁定')
  await page.getByRole('option').filter({ hasText: '常见问答' }).first().click()
  await expect(page.getByRole('article', { name: /图形验证码/ })).toContainText('锁定十分钟')
})
