import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { feedName } from '../../src/main/update/feed/feed-name.ts'
import type { Bridge } from '../../src/shared/ipc/bridge.ts'
import { packageOctets, serveUpdates, type UpdateFeed } from '../support/update-feed.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { expect, expectAccessible, test } from './fixture.ts'
import { beginRenewal, initialise, verifyPhone } from './wizard.ts'

/** The whole way in the built program; what would be installed is noted instead. */
const updated = test.extend<{ readonly feed: UpdateFeed; readonly rehearsal: { readonly record: string } }>({
  // Playwright wants the first parameter to be a pattern.
  // eslint-disable-next-line no-empty-pattern
  feed: async ({}, use) => {
    const feed = await serveUpdates(feedName(process.platform, process.arch))
    await use(feed)
    await feed.close()
  },
  rehearsal: async ({ desk, feed }, use) => {
    const record = join(desk.userData, 'installed')
    writeFileSync(join(desk.userData, 'rehearsal.json'), JSON.stringify({ keys: [feed.key], kind: 'deb', record }))
    await use({ record })
  },
})

const switches = (userData: string) => [
  '--no-driver-search',
  '--no-program-search',
  `--update-rehearsal=${join(userData, 'rehearsal.json')}`,
]

async function openSettings(page: Page) {
  await page.getByRole('button', { name: /^设置/ }).click()
  const panel = page.getByRole('region', { name: '程序更新' })
  await panel.scrollIntoViewIfNeeded()
  return panel
}

updated(
  'an address is set, a newer version is found, fetched, and installed when the program has ended',
  async ({ desk, feed, rehearsal, start }) => {
    feed.release({ version: '9.0.0', content: packageOctets(1), notes: '支持更多型号\n<b>粗体</b>' })
    const { app, page } = await start({ arguments: switches(desk.userData) })
    const panel = await openSettings(page)
    await expect(panel.getByText(/没有设置更新地址/)).toBeVisible()
    await panel.getByLabel('更新地址').fill(feed.address)
    await panel.getByLabel('更新地址').press('Enter')
    await expect(panel.getByText('更新地址已保存。')).toBeVisible()
    await panel.getByRole('button', { name: '检查更新' }).press('Enter')
    await expect(panel.getByText(/有新版本 9\.0\.0/)).toBeVisible()
    await expect(panel.getByText('<b>粗体</b>')).toBeVisible()
    await expect(page.getByRole('button', { name: '设置 · 有新版本' })).toBeVisible()
    await expectAccessible(page)
    await panel.getByRole('button', { name: '下载', exact: true }).press('Enter')
    await expect(panel.getByText(/9\.0\.0 已下载并核对一致/)).toBeVisible()
    await expectAccessible(page)
    expect(existsSync(rehearsal.record)).toBe(false)
    const ended = new Promise((done) => app.process().once('exit', done))
    // The program may be gone before the key is let go.
    await Promise.all([
      ended,
      panel
        .getByRole('button', { name: '重启并安装' })
        .press('Enter')
        .catch(() => undefined),
    ])
    expect(JSON.parse(readFileSync(rehearsal.record, 'utf8'))).toMatchObject({ version: '9.0.0' })
    expect(JSON.parse(readFileSync(join(desk.userData, 'update/start.json'), 'utf8'))).toMatchObject({
      ...{ version: '9.0.0', state: 'pending', attempts: 0 },
    })
  },
)

updated(
  'while a token is being written to nothing is installed, and the program does not end',
  async ({ desk, feed, rehearsal, start }) => {
    feed.release({ version: '9.0.0', content: packageOctets(1) })
    await desk.put({ keyType: 'p-256', days: [-338, 27] })
    const module = await createFaultyModule(desk)
    const program = await start({
      ...{ arguments: switches(desk.userData), modules: [module.path], environment: module.environment },
    })
    const { page } = program
    const panel = await openSettings(page)
    await panel.getByLabel('更新地址').fill(feed.address)
    await panel.getByLabel('更新地址').press('Enter')
    await panel.getByRole('button', { name: '检查更新' }).click()
    await panel.getByRole('button', { name: '下载', exact: true }).click()
    await expect(panel.getByText(/9\.0\.0 已下载并核对一致/)).toBeVisible()

    await page.getByRole('button', { name: '我的证书' }).click()
    await beginRenewal(page, '延期')
    await verifyPhone(page, desk)
    await initialise(page)
    module.hang('C_CreateObject')
    await page.getByRole('button', { name: '执行延期' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '写入新签名证书' })).toBeVisible()
    await openSettings(page)
    await expect(panel.getByText(/正在写入 USB Key，这时不下载也不安装/)).toBeVisible()
    await expect(panel.getByRole('button', { name: '重启并安装' })).toBeDisabled()
    // Whatever a page asks for.
    const answer = await page.evaluate(() =>
      (window as unknown as { readonly desktop: Bridge }).desktop.invoke['update:install']({}),
    )
    expect(answer).toMatchObject({ ok: true, value: { stage: 'ready', failure: { code: 'update.renewalActive' } } })
    expect([existsSync(rehearsal.record), page.isClosed()]).toEqual([false, false])
    await program.kill()
  },
)
