import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { feedName } from '../../src/main/update/feed/feed-name.ts'
import type { Desk } from '../support/desk.ts'
import { packageOctets, serveUpdates, type UpdateFeed } from '../support/update-feed.ts'
import { expect, test } from '../e2e/fixture.ts'
import { picture } from './picture.ts'

const notes = [
  '支持更多型号的 USB Key，插入后自动识别。',
  '延期完成后自动核对新旧证书的起止时间。',
  '修复在高缩放比例下长单位名称换行不完整的问题。',
].join('\n')

async function withFeed(desk: Desk, take: (feed: UpdateFeed, switches: string[]) => Promise<void>): Promise<void> {
  const feed = await serveUpdates(feedName(process.platform, process.arch))
  try {
    const path = join(desk.userData, 'rehearsal.json')
    writeFileSync(path, JSON.stringify({ keys: [feed.key], kind: 'deb', record: join(desk.userData, 'installed') }))
    await take(feed, ['--no-driver-search', '--no-program-search', `--update-rehearsal=${path}`])
  } finally {
    await feed.close()
  }
}

async function openPanel(page: Page) {
  await page.getByRole('button', { name: /^设置/ }).click()
  const panel = page.getByRole('region', { name: '程序更新' })
  await panel.getByLabel('更新地址').scrollIntoViewIfNeeded()
  return panel
}

test('updates in the settings, from no address to ready', async ({ desk, start }) => {
  await withFeed(desk, async (feed, switches) => {
    const previous = feed.release({ version: '0.1.0', content: packageOctets(3, 9_000_000) })
    feed.release({ version: '9.0.0', content: packageOctets(1, 9_000_000), notes, previous })
    const { page } = await start({ arguments: switches })
    const panel = await openPanel(page)
    const look = async (name: string) => {
      await panel.getByLabel('更新地址').scrollIntoViewIfNeeded()
      await panel.getByRole('heading', { name: '程序更新' }).scrollIntoViewIfNeeded()
      await picture(page, `update-${name}`)
    }
    await look('off')
    await panel.getByLabel('更新地址').fill(feed.address)
    await panel.getByLabel('更新地址').press('Enter')
    await panel.getByRole('button', { name: '检查更新' }).click()
    await expect(panel.getByText(/有新版本/)).toBeVisible()
    await look('available')
    feed.cut('9.0.0-linux-amd64.deb', 4_000_000, 'silent')
    await panel.getByRole('button', { name: '下载', exact: true }).click()
    await expect(panel.getByText(/正在下载 9\.0\.0：(?!0)/)).toBeVisible()
    await look('loading')
    await panel.getByRole('button', { name: '取消' }).click()
    await expect(panel.getByText(/已停下/)).toBeVisible()
    await look('paused')
    await panel.getByRole('button', { name: '继续下载' }).click()
    await expect(panel.getByText(/重启程序后安装/)).toBeVisible()
    await look('ready')
    await page.setViewportSize({ width: 960, height: 640 })
    await look('ready-narrow')
    feed.release({ version: '8.0.0' })
    await panel.getByRole('button', { name: '检查更新' }).click()
    await expect(panel.getByText('更新信息是旧的')).toBeVisible()
    await look('older')
  })
})
