import type { Page } from '@playwright/test'
import { deskAccount } from '../support/desk.ts'
import { enrolElsewhere, numbered } from '../support/enrol-account.ts'
import { expect, expectAccessible, test } from './fixture.ts'
import { logIn } from './wizard.ts'

const expiring = { keyType: 'p-256', days: [-338, 27] } as const
const expired = {
  name: '李四',
  days: [-400, -12],
  holder: { holderKind: 'personal', subject: { commonName: '李四' } },
} as const

async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '平台证书' }).click()
  await page.getByRole('region', { name: '登录后查看平台上的证书' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByRole('table', { name: '平台上的证书' })).toBeVisible()
}

const rows = (page: Page) => page.locator('tbody tr')

test('the account’s certificates are listed, matched with the key, narrowed down, searched and paged', async ({
  desk,
  start,
}) => {
  await desk.put(expiring)
  await enrolElsewhere(desk, [expired, ...numbered(24)])
  const { page } = await start()
  await openList(page)
  await expect(page.getByText('共 26 条')).toBeVisible()
  await expect(rows(page)).toHaveCount(20)
  const held = page.getByRole('row').filter({ hasText: '在已插入的 USB Key 上' })
  await expect(held).toHaveCount(1)
  await expect(held).toContainText('济南测试有限公司')
  const other = page.getByRole('row').filter({ hasText: '李四' })
  await expect(other).toContainText('插入卡号 3701 0099 0001 的 USB Key 后可以办理')
  await expectAccessible(page)

  await page.getByText('过期', { exact: true }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByText('单位证书', { exact: true }).first().click()
  await expect(page.getByText('没有符合条件的内容')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.getByText('共 26 条')).toBeVisible()
  await page.getByText('即将到期（90 天）').click()
  await expect(rows(page)).toHaveCount(1)
  await expect(held).toHaveCount(1)
  await page.getByText('全部', { exact: true }).first().click()

  await page.getByRole('searchbox', { name: '搜索证书' }).fill('投标单位 7')
  await expect(page.getByText('共 1 条')).toBeVisible()
  await page.getByRole('searchbox', { name: '搜索证书' }).fill('')
  await expect(page.getByText('共 26 条')).toBeVisible()
  await page.getByRole('navigation', { name: '分页' }).getByText('2', { exact: true }).click()
  await expect(rows(page)).toHaveCount(6)
  await page.getByRole('button', { name: '投标单位 24 号' }).click()
  await expect(page.getByRole('dialog')).toContainText('公钥 SHA-256')
})

test('a renewal begins in the list, and 我的业务 leads back to it', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await openList(page)
  await page.getByRole('button', { name: '延期：济南测试有限公司' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
  await page.getByRole('button', { name: '我的业务' }).click()
  await expect(page.getByText('待短信验证')).toBeVisible()
  await expect(page.getByRole('tab')).toHaveText(['延期与修复', '咨询', '快递'])
  await expectAccessible(page)
  for (const tab of ['咨询', '快递']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible()
    await expectAccessible(page)
  }
  await page.getByRole('tab', { name: '延期与修复' }).click()
  await page.getByRole('button', { name: '继续延期：济南测试有限公司' }).click()
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
})

test('an order that was begun elsewhere is found by the key, and goes on', async ({ desk, start }) => {
  await desk.put(expiring)
  await orderElsewhere(desk.origin)
  const { page } = await start()
  await openList(page)
  await page.getByRole('button', { name: '我的业务' }).click()
  await page.getByRole('button', { name: '继续延期：济南测试有限公司' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
  expect(desk.simulator.books().orders).toBe(1)
})

/** As another computer would, with the platform's own words. */
async function orderElsewhere(origin: string): Promise<void> {
  const ask = async (path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const init = body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers }
    const type = body === undefined ? undefined : { 'content-type': 'application/json' }
    const response = await fetch(`${origin}/api/v1${path}`, { ...init, headers: { ...headers, ...type } })
    expect(response.ok).toBe(true)
    return response.json()
  }
  const { accessToken } = (await ask('/sessions', deskAccount)) as { readonly accessToken: string }
  const authorization = `Bearer ${accessToken}`
  const { items } = (await ask('/certificates', undefined, { authorization })) as {
    readonly items: { readonly id: string }[]
  }
  const order = { kind: 'renewal', certificateId: items[0]?.id }
  await ask('/orders', order, { authorization, 'idempotency-key': 'ordered-on-another-computer' })
}

test('a session that ends while paging is renewed, and the page comes', async ({ desk, start }) => {
  await enrolElsewhere(desk, numbered(21))
  const { page } = await start()
  await openList(page)
  desk.simulator.faults.arm({ kind: 'session-expired', operation: 'listCertificates' })
  await page.getByRole('navigation', { name: '分页' }).getByText('2', { exact: true }).click()
  await logIn(page)
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByText('投标单位 21 号').first()).toBeVisible()
})

test('a list that was read stays, with its time, while the platform cannot be reached', async ({ desk, start }) => {
  await enrolElsewhere(desk, numbered(1))
  const { page } = await start()
  await openList(page)
  await expect(page.getByText('平台可用')).toBeVisible()
  desk.simulator.faults.arm({ kind: 'drop-before', operation: 'listCertificates', times: 3 })
  await page.getByRole('button', { name: '刷新列表' }).click()
  await expect(page.getByRole('alert')).toContainText(/下面是 \d{4}-\d\d-\d\d \d\d:\d\d 时的列表/)
  await expect(page.getByText('投标单位 1 号').first()).toBeVisible()
  await expect(page.getByRole('region', { name: '账号' })).toContainText('连不上平台')
  await expectAccessible(page)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByText('平台可用')).toBeVisible()
})

test('the list can be used with the keyboard alone, in a small window too', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await openList(page)
  await page.getByRole('button', { name: '济南测试有限公司', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '延期：济南测试有限公司' })).toBeFocused()
  await page.setViewportSize({ width: 560, height: 370 })
  await expect(page.getByRole('list', { name: '平台上的证书' })).toContainText('济南测试有限公司')
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})
