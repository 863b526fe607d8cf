import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { expect, test } from '../e2e/fixture.ts'
import { initialise, logIn, verifyPhone } from '../e2e/wizard.ts'
import { enrolElsewhere, numbered } from '../support/enrol-account.ts'
import { picture } from './picture.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const longName = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)
const others = [
  { name: '李四', days: [-400, -12], holder: { holderKind: 'personal', subject: { commonName: '李四' } } },
  { name: longName, days: [-300, 60] },
  { name: '济南测试有限公司', days: [-338, 27], holder: { usage: 'encryption' } },
] as const

async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '平台证书' }).click()
  await page.getByRole('region', { name: '登录后查看平台上的证书' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByRole('table', { name: '平台上的证书' })).toBeVisible()
}

test('the list', async ({ desk, start }) => {
  await desk.put(expiring)
  await enrolElsewhere(desk, [...others, ...numbered(20)])
  const { page } = await start()
  await page.getByRole('button', { name: '平台证书' }).click()
  await expect(page.getByText('登录后查看平台上的证书')).toBeVisible()
  await picture(page, 'platform-login-needed')
  await openList(page)
  await picture(page, 'platform-certificates')
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, 'platform-certificates-960')
  // 1120 pixels at 125 and at 200 %.
  await page.setViewportSize({ width: 896, height: 592 })
  await picture(page, 'platform-certificates-125')
  await page.setViewportSize({ width: 560, height: 370 })
  await page.getByRole('list', { name: '平台上的证书' }).scrollIntoViewIfNeeded()
  await picture(page, 'platform-certificates-200')
  await page.setViewportSize({ width: 1120, height: 740 })
  await page.getByText('共 24 条').scrollIntoViewIfNeeded()
  await picture(page, 'platform-certificates-end')
  await page.getByRole('button', { name: longName }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture(page, 'platform-certificate-details')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('没有这样的单位')
  await expect(page.getByText('没有符合条件的内容')).toBeVisible()
  await picture(page, 'platform-nothing-found')
})

test('why there is no list, or an old one', async ({ desk, start }) => {
  await desk.put(expiring)
  await enrolElsewhere(desk, others)
  const { page } = await start()
  await openList(page)
  desk.simulator.faults.arm({ kind: 'drop-before', operation: 'listCertificates', times: 3 })
  await page.getByRole('button', { name: '刷新列表' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await picture(page, 'platform-offline')
  desk.simulator.faults.arm({ kind: 'drop-before', operation: 'listCertificates', times: 3 })
  await page.getByText('过期', { exact: true }).click()
  await expect(page.getByRole('alert')).not.toContainText('时的列表')
  await picture(page, 'platform-offline-nothing')
  desk.simulator.faults.arm({ kind: 'hang', operation: 'listCertificates' })
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('status', { name: '正在读取列表' })).toBeVisible()
  await picture(page, 'platform-loading')
})

test('a session that has ended, and a maintenance', async ({ desk, start }) => {
  await desk.put(expiring)
  await enrolElsewhere(desk, others)
  const { page } = await start()
  await openList(page)
  desk.simulator.faults.arm({ kind: 'session-expired', operation: 'listCertificates' })
  await page.getByRole('button', { name: '刷新列表' }).click()
  await page.getByRole('button', { name: '暂不登录' }).click()
  await expect(page.getByText(/^登录已失效/)).toBeVisible()
  await picture(page, 'platform-session-ended')
  await page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  await logIn(page)
  await expect(page.getByText(/^登录已失效/)).toBeHidden()
  const maintenance = { from: Date.now() - 60_000, until: Date.now() + 7_200_000, notice: '系统升级' }
  await (desk.simulator as PlatformSimulator & Staff).setMaintenance(maintenance)
  await page.getByRole('button', { name: '刷新列表' }).click()
  await expect(page.getByText(/^维护预计到/)).toBeVisible()
  await picture(page, 'platform-list-maintenance')
})

interface Staff {
  readonly captchaAnswer: (captchaId: string) => string
  readonly setMaintenance: (maintenance: {
    readonly from: number
    readonly until: number
    readonly notice: string
  }) => Promise<void>
}

test('no platform', async ({ desk, start }) => {
  writeFileSync(join(desk.userData, 'settings.json'), JSON.stringify({ modules: [desk.modulePath] }))
  const { page } = await start({ settings: 'kept' })
  await page.getByRole('button', { name: '平台证书' }).click()
  await expect(page.getByText('还没有设置平台地址')).toBeVisible()
  await picture(page, 'platform-not-set')
})

test('orders', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await openList(page)
  await page.getByRole('button', { name: '我的业务' }).click()
  await expect(page.getByText('没有办理中的业务')).toBeVisible()
  await picture(page, 'orders-empty')
  await page.getByRole('button', { name: '平台证书' }).click()
  await page.getByRole('button', { name: /^延期：/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await verifyPhone(page, desk)
  await page.getByRole('button', { name: '我的业务' }).click()
  await expect(page.getByRole('button', { name: /^继续延期/ })).toBeVisible()
  await picture(page, 'orders')
  await page.getByRole('button', { name: /^继续延期/ }).click()
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await page.getByRole('button', { name: '我的业务' }).click()
  await page.getByText('已结束').click()
  await expect(page.getByText('已完成')).toBeVisible()
  await picture(page, 'orders-ended')
  await page.getByRole('tab', { name: '咨询' }).click()
  await expect(page.getByText('答复').first()).toBeVisible()
  await picture(page, 'enquiries')
  await page.getByRole('tab', { name: '快递' }).click()
  await expect(page.getByText('运单号').first()).toBeVisible()
  await picture(page, 'shipments')
})

test('the captcha and a locked account', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  const dialog = page.getByRole('dialog', { name: '登录' })
  for (const attempts of [4, 3, 2]) {
    await logIn(page, 'wrong')
    await expect(dialog).toContainText(`还可以输入 ${attempts} 次。`)
  }
  await logIn(page)
  await expect(dialog.getByRole('img', { name: /图形验证码/ })).toBeVisible()
  await picture(page, 'login-captcha')
})

test('a locked account', async ({ desk, start }) => {
  const { page } = await start()
  await page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  const dialog = page.getByRole('dialog', { name: '登录' })
  const answer = dialog.getByRole('textbox', { name: '图形验证码' })
  while (!(await dialog.getByText('账号已锁定').isVisible())) {
    if (await answer.isVisible()) {
      const id = await dialog.getByRole('img', { name: /图形验证码/ }).getAttribute('data-captcha')
      await answer.fill((desk.simulator as PlatformSimulator & Staff).captchaAnswer(id ?? ''))
    }
    await logIn(page, 'wrong')
    await expect(dialog.getByText(/平台要求图形验证码|账号或密码不正确|账号已锁定/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: '登录', exact: true })).not.toHaveClass(/loading/)
  }
  await expect(dialog.getByRole('timer')).toBeVisible()
  await picture(page, 'login-locked')
})
