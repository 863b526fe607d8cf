/** 环境检测 where the way to the platform, or the time, is wrong: the row says which, the rest does not guess. */
import type { Page } from '@playwright/test'
import { obliging } from '../../src/main/platform/testing/behaviours.ts'
import { startHttpProxy } from '../../src/main/platform/testing/loopback-proxy.ts'
import { startLoopbackServer } from '../../src/main/platform/testing/loopback-server.ts'
import { makeTlsCertificates } from '../../src/main/platform/testing/tls-certificates.ts'
import { moveClock } from '../support/move-clock.ts'
import { expect, test } from './fixture.ts'

const hour = 3_600_000

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })

async function openPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await expect(page.getByText(/ · 用时 /)).toBeVisible()
}

test('a clock that is wrong blocks, leads to how it is set right, and is well once the clocks agree', async ({
  desk,
  start,
}) => {
  await moveClock(desk.simulator, -hour)
  const { page } = await start()
  await openPage(page)
  await expect(row(page, '电脑时间')).toContainText('阻断')
  await expect(row(page, '电脑时间')).toContainText('电脑的时间比平台快。')
  await page.getByRole('button', { name: '电脑时间：查看处理方法' }).click()
  await expect(page.getByRole('dialog').getByText('自动设置时间').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await moveClock(desk.simulator, 0)
  await page.getByRole('button', { name: '重新检测' }).click()
  await expect(row(page, '电脑时间')).toContainText('正常')
})

test('a platform that is down is down from its connection on, and nothing is said of what stands behind', async ({
  desk,
  start,
}) => {
  const { page } = await start()
  await openPage(page)
  await expect(row(page, '平台服务')).toContainText('正常')
  await desk.simulator.close()
  await page.getByRole('button', { name: '重新检测' }).click()
  await expect(row(page, '平台连接')).toContainText('阻断')
  await expect(row(page, '平台连接')).toContainText('没有在这个端口提供服务。')
  await expect(row(page, '平台服务')).toContainText('无法判断')
  // Measured a moment ago, and still so.
  await expect(row(page, '电脑时间')).toContainText('正常')
})

test('a proxy that wants a password is what is wrong, not the platform', async ({ start }) => {
  const proxy = await startHttpProxy({ answer: 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n' })
  try {
    const connection = { proxy: { mode: 'manual', address: `127.0.0.1:${proxy.port}` } }
    const { page } = await start({ platform: { address: 'https://platform.test', connection } })
    await openPage(page)
    await expect(row(page, '代理')).toContainText('阻断')
    await expect(row(page, '代理')).toContainText('代理要求登录')
    await expect(row(page, '平台服务')).toContainText('无法判断')
  } finally {
    await proxy.close()
  }
})

test('a platform that cannot prove itself is not talked to', async ({ start }) => {
  const { selfSigned } = makeTlsCertificates()
  const server = await startLoopbackServer([obliging], { tls: selfSigned })
  try {
    const { page } = await start({ platform: { address: server.address, connection: { proxy: { mode: 'none' } } } })
    await openPage(page)
    await expect(row(page, '平台连接')).toContainText('正常')
    await expect(row(page, '连接安全')).toContainText('阻断')
    await expect(row(page, '连接安全')).toContainText('没有机构为它担保')
    await expect(row(page, '平台服务')).toContainText('无法判断')
    expect(server.seen).toEqual([])
  } finally {
    await server.close()
  }
})
