import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { picture } from './picture.ts'

/** At both sizes: the usual window, and the smallest. */
async function pictures(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, `${name}-960`)
  await page.setViewportSize({ width: 1120, height: 740 })
  await picture(page, name)
}

const driver = 'USB Key 驱动（演示数据）'

test('公告, 常见问答 and 下载', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const { app, page } = await start()
  await expect(page.getByRole('button', { name: /^帮助中心.*2 条未读公告/ })).toBeVisible()
  await page.getByRole('button', { name: /^帮助中心/ }).click()
  await page.getByRole('tab', { name: /^公告/ }).click()
  await expect(page.getByRole('list', { name: '公告列表' })).toBeVisible()
  await pictures(page, 'announcements')
  await page.getByRole('button', { name: /证书延期与修复办理说明/ }).click()
  await expect(page.getByRole('article')).toContainText('办理步骤')
  await pictures(page, 'announcement')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('tab', { name: '常见问答' }).click()
  await expect(page.getByRole('button', { name: '写入证书时中断了怎么办？' })).toBeVisible()
  await pictures(page, 'faqs')
  await page.getByRole('tab', { name: '下载' }).click()
  await expect(page.getByRole('list', { name: '可下载的文件' })).toBeVisible()
  await pictures(page, 'downloads')
  const folder = join(desk.userData, '下载')
  mkdirSync(folder)
  await app.evaluate(({ dialog }, into) => {
    const answered = (...parameters: readonly unknown[]) => {
      const options = parameters.at(-1) as { readonly defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `${into}/${options.defaultPath ?? ''}` })
    }
    Object.assign(dialog, { showSaveDialog: answered })
  }, folder)
  await page.getByRole('button', { name: '下载：证书延期操作说明' }).click()
  await expect(page.getByText(/^已下载并核对一致/)).toBeVisible()
  desk.simulator.faults.arm({ kind: 'truncated', operation: 'getDownloadContent' })
  await page.getByRole('button', { name: `下载：${driver}` }).click()
  await expect(page.getByText(/^已停下/)).toBeVisible()
  await pictures(page, 'downloads-under-way')
  await page.getByRole('combobox', { name: '搜索帮助' }).fill('图形验证码 锁定')
  await expect(page.getByRole('option').first()).toBeVisible()
  await pictures(page, 'help-search-faq')
  await page.getByRole('combobox', { name: '搜索帮助' }).fill('')
  await desk.simulator.close()
  await page.getByRole('tab', { name: /^公告/ }).click()
  await expect(page.getByText(/下面的内容更新于/)).toBeVisible()
  await pictures(page, 'announcements-offline')
})
