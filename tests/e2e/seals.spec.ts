import type { Page } from '@playwright/test'
import type { SealMove } from '../../src/shared/demo/simulator-messages.ts'
import type { Desk } from '../support/desk.ts'
import { pngOf, stamp, type StampOptions } from '../support/stamp-pictures.ts'
import { expect, expectAccessible, test } from './fixture.ts'
import { beginRenewal, initialise, logIn, verifyPhone } from './wizard.ts'

const valid = { keyType: 'p-256', days: [-100, 265] } as const
const expiring = { keyType: 'p-256', days: [-338, 27] } as const
const company = '济南测试有限公司'

const good: StampOptions = { text: company }

export async function openSeals(page: Page): Promise<void> {
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByText('账号名下还没有电子印章')).toBeVisible()
}

async function choose(page: Page, options: StampOptions): Promise<void> {
  const buffer = pngOf(stamp(options))
  await page.getByLabel('选择图片').setInputFiles({ name: '印章.png', mimeType: 'image/png', buffer })
}

async function toPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await expect(page.getByRole('radio', { name: company })).toBeChecked()
  await expect(page.getByLabel('印模名称', { exact: true })).toHaveValue(company)
  await page.getByLabel('所属部门（选填）').fill('综合办公室')
  await page.getByLabel('申请人（选填）').fill('张三')
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
}

/** What the staff of the platform does with the only seal there is. */
async function decide(desk: Desk, page: Page, move: { readonly type: 'seal-approve' } | Rejection): Promise<void> {
  const simulator = desk.simulator as Desk['simulator'] & { readonly moveSeal: (move: SealMove) => Promise<void> }
  const sealId = await onlySealId(desk)
  await simulator.moveSeal({ ...move, sealId })
  await page.getByRole('button', { name: '刷新列表' }).click()
}

interface Rejection {
  readonly type: 'seal-reject'
  readonly reason: string
}

interface SealsAtPlatform {
  readonly items: readonly { readonly id: string }[]
}

/** As the platform's own website would see it. */
async function sealsAtPlatform({ origin }: Desk): Promise<SealsAtPlatform> {
  const api = `${origin}/api/v1`
  const login = { account: 'demo', password: 'demo-password' }
  const headers = { 'content-type': 'application/json' }
  const session = await fetch(`${api}/sessions`, { method: 'POST', headers, body: JSON.stringify(login) })
  const { accessToken } = (await session.json()) as { readonly accessToken: string }
  const listed = await fetch(`${api}/seals`, { headers: { authorization: `Bearer ${accessToken}` } })
  return (await listed.json()) as SealsAtPlatform
}

async function onlySealId(desk: Desk): Promise<string> {
  const { items } = await sealsAtPlatform(desk)
  expect(items).toHaveLength(1)
  return items[0]?.id ?? ''
}

test('a seal is registered, refused with a reason, submitted again and approved', async ({ desk, start }) => {
  await desk.put(valid)
  const { page } = await start()
  await openSeals(page)
  await toPicture(page)
  await choose(page, good)
  await expect(page.getByText('图片符合要求，可以提交。')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交审核' }).click()
  const row = page.getByRole('row').filter({ hasText: company })
  await expect(row).toContainText('待审核')
  await expect(row.getByRole('img')).toBeVisible()
  await expect(page.getByText(`“${company}”已提交，等待平台审核。`)).toBeVisible()

  await decide(desk, page, { type: 'seal-reject', reason: '印章名称不清楚，请重新盖章后采集。' })
  await expect(row).toContainText('驳回原因：印章名称不清楚，请重新盖章后采集。')
  await expectAccessible(page)
  await row.getByRole('button', { name: '重新提交' }).click()
  await expect(page.getByText('上次没有通过的原因：印章名称不清楚')).toBeVisible()
  await choose(page, { ...good, ink: '#c4001a' })
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(row).toContainText('待审核')
  await decide(desk, page, { type: 'seal-approve' })
  await expect(row).toContainText('审核通过')
  await row.getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('dialog', { name: '印章详情' })).toContainText('综合办公室')
  await expectAccessible(page)
})

test('a wrong picture is refused with its reasons on it, and nothing is sent', async ({ desk, start }) => {
  await desk.put(valid)
  const { page } = await start()
  await openSeals(page)
  await toPicture(page)
  const wrong = page.getByRole('alert')
  await choose(page, { ...good, shift: [-60, 0] })
  await expect(wrong).toContainText('章碰到了图片边缘')
  await expect(page.locator('.mark')).toHaveCount(1)
  await expectAccessible(page)
  await choose(page, { ...good, ink: '#202020', ground: '#ffffff', width: 300 })
  await expect(wrong).toContainText('印章不是红色')
  await expect(wrong).toContainText('图片太小')
  const buffer = await stamp(good).encode('jpeg')
  await page.getByLabel('选择图片').setInputFiles({ name: '印章.png', mimeType: 'image/png', buffer })
  await expect(wrong).toContainText('不是 PNG 图片')
  await expect(page.getByRole('button', { name: '提交审核' })).toBeDisabled()
  expect((await sealsAtPlatform(desk)).items).toEqual([])
  await choose(page, good)
  await expect(page.getByRole('button', { name: '提交审核' })).toBeEnabled()
})

test('a registration that was interrupted is gone on with, and can be removed', async ({ desk, start }) => {
  await desk.put(valid)
  const first = await start()
  await openSeals(first.page)
  await toPicture(first.page)
  await choose(first.page, good)
  desk.simulator.faults.arm({ kind: 'drop-before', operation: 'putSealImage', times: 3 })
  await first.page.getByRole('button', { name: '提交审核' }).click()
  await expect(first.page.getByRole('alert')).toContainText('印章的信息已在平台上，图片还没有提交。')
  await first.kill()

  const { page } = await start({ settings: 'kept' })
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  const row = page.getByRole('row').filter({ hasText: company })
  await expect(row).toContainText('待提交')
  await row.getByRole('button', { name: '继续提交' }).click()
  await choose(page, good)
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(row).toContainText('待审核')
  await decide(desk, page, { type: 'seal-reject', reason: '请重新采集' })
  await row.getByRole('button', { name: '删除' }).click()
  const dialog = page.getByRole('dialog', { name: '删除这枚印章' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '删除这枚印章' }).click()
  await expect(page.getByText('账号名下还没有电子印章')).toBeVisible()
  expect((await sealsAtPlatform(desk)).items).toEqual([])
})

test('the result of a renewal leads to the registration with its card number', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await expect(page.getByText(/在 \d+ 月 \d+ 日 \d\d:\d\d 之前提示“证书未生效或者用户不存在”是正常的/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '去注册电子印章' }).click()
  await expect(page.getByRole('heading', { name: '注册电子印章' })).toBeVisible()
  await expect(page.getByRole('radio', { name: company })).toBeChecked()
  await expect(page.getByText('在已插入的 USB Key 上')).toBeVisible()
  await page.getByRole('button', { name: '我的证书' }).click()
  await expect(page.getByText(/^新证书已写入。业务系统约一个工作日后更新，预计 .* 起可用。$/)).toBeVisible()
})
