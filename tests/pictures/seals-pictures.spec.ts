import type { Page } from '@playwright/test'
import type { SealMove } from '../../src/shared/demo/simulator-messages.ts'
import type { Desk } from '../support/desk.ts'
import { expect, test } from '../e2e/fixture.ts'
import { logIn } from '../e2e/wizard.ts'
import { pngOf, stamp, type StampOptions } from '../support/stamp-pictures.ts'
import { picture } from './picture.ts'

const longName = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)

async function choose(page: Page, options: StampOptions): Promise<void> {
  const buffer = pngOf(stamp(options))
  await page.getByLabel('选择图片').setInputFiles({ name: '印章.png', mimeType: 'image/png', buffer })
  await expect(page.locator('.finding-list')).toBeVisible()
}

async function register(page: Page, type: string, options: StampOptions): Promise<void> {
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await page.getByRole('radio', { name: type }).check()
  await page.getByLabel('所属部门（选填）').fill('综合办公室')
  await page.getByLabel('申请人（选填）').fill('张三')
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await choose(page, options)
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('已提交，等待平台审核。')).toBeVisible()
}

async function decide({ simulator }: Desk, move: SealMove): Promise<void> {
  await (simulator as typeof simulator & { moveSeal: (move: SealMove) => Promise<void> }).moveSeal(move)
}

async function newestSealId({ origin }: Desk): Promise<string> {
  const api = `${origin}/api/v1`
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ account: 'demo', password: 'demo-password' })
  const session = (await (await fetch(`${api}/sessions`, { method: 'POST', headers, body })).json()) as {
    readonly accessToken: string
  }
  const listed = await fetch(`${api}/seals`, { headers: { authorization: `Bearer ${session.accessToken}` } })
  return ((await listed.json()) as { readonly items: readonly { readonly id: string }[] }).items[0]?.id ?? ''
}

test('seals', async ({ desk, start }) => {
  const holder = { subject: { province: '山东省', organisation: longName, commonName: longName } } as const
  await desk.put({ keyType: 'rsa-2048', days: [-100, 265], holder })
  const { page } = await start()
  await page.getByRole('button', { name: '电子印章' }).click()
  await expect(page.getByText('登录后查看电子印章')).toBeVisible()
  await picture(page, 'seals-login-needed')
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByText('账号名下还没有电子印章')).toBeVisible()
  await picture(page, 'seals-empty')
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await expect(page.getByRole('radio', { name: longName })).toBeChecked()
  await picture(page, 'seals-register-details')
  await page.getByLabel('印模名称', { exact: true }).fill('另一个名称')
  await page.getByLabel('印模名称', { exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'seals-register-name-refused')
  await page.getByRole('button', { name: '取消' }).click()
  await register(page, '公章', {})
  await register(page, '合同专用章', { turn: 4 })
  await decide(desk, {
    type: 'seal-reject',
    sealId: await newestSealId(desk),
    reason: '印章名称不清楚，部分笔画断开，请在白纸上重新盖一个清楚的章后再采集上传。',
  })
  await register(page, '椭圆章', { shape: 'oval', width: 640, height: 440, size: 1.4 })
  await decide(desk, { type: 'seal-approve', sealId: await newestSealId(desk) })
  await page.getByRole('button', { name: '刷新列表' }).click()
  await expect(page.getByText('审核通过', { exact: true })).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(3)
  await picture(page, 'seals')
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, 'seals-960')
  await page.setViewportSize({ width: 560, height: 370 })
  await picture(page, 'seals-200')
  await page.setViewportSize({ width: 1120, height: 740 })
  await page.getByRole('button', { name: '查看' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'seals-details')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'seals-remove')
})

test('a picture that is refused, and the requirements', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-100, 265] })
  const { page } = await start()
  await page.getByRole('button', { name: '电子印章' }).click()
  await page.getByRole('region', { name: '登录后查看电子印章' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await page.getByRole('button', { name: '注册电子印章' }).click()
  await page.getByRole('button', { name: '下一步：印章图片' }).click()
  await choose(page, {
    width: 380,
    size: 0.8,
    shift: [28, 10],
    ground: '#e9dfc0',
    over: (context) => {
      context.fillStyle = '#222222'
      context.font = 'bold 26px "Noto Serif CJK SC"'
      context.fillText('签订日期：二〇二六年十一月', -180, 40)
    },
  })
  await picture(page, 'seals-picture-refused')
  await choose(page, {})
  await picture(page, 'seals-picture-in-order')
  await page.getByRole('button', { name: '印章图片要求' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'seals-requirements')
})
