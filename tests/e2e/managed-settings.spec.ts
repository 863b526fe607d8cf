import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Desk } from '../support/desk.ts'
import { expect, expectAccessible, test } from './fixture.ts'

const expiring = { keyType: 'p-256', days: [-338, 27] } as const
const quiet = ['--no-driver-search', '--no-program-search']

function policyFolder(desk: Desk, policy: string | object): string {
  const folder = join(desk.userData, 'policy')
  mkdirSync(folder, { mode: 0o755 })
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
  writeFileSync(join(folder, 'policy.json'), text, { mode: 0o644 })
  return folder
}

const ownSettings = (desk: Desk) =>
  JSON.parse(readFileSync(join(desk.userData, 'settings.json'), 'utf8')) as Record<string, unknown>

const openSettings = (page: Page) => page.getByRole('button', { name: '设置' }).click()

test('an administrator’s address, driver and choices hold, are locked, and leave the user’s own file alone', async ({
  desk,
  start,
}) => {
  await desk.put(expiring)
  const folder = policyFolder(desk, {
    platformAddress: 'https://ca.example.com',
    modules: [desk.modulePath],
    reminders: true,
    staysInBackground: false,
    adress: 'x',
    locked: ['platformAddress', 'modules', 'reminders'],
  })
  const { page } = await start({ modules: [], arguments: [...quiet, `--policy-folder=${folder}`] })
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await openSettings(page)
  const managed = page.getByRole('region', { name: '单位统一的设置' })
  await expect(managed.getByText('由管理员设定')).toHaveCount(3)
  await expect(managed.getByText('adress：没有这个名称（文件）')).toBeVisible()
  await expect(page.getByLabel('平台地址')).toHaveValue('https://ca.example.com')
  await expect(page.getByLabel('平台地址')).toBeDisabled()
  await expect(page.getByRole('button', { name: '添加驱动' })).toBeDisabled()
  await expect(page.getByText('管理员添加')).toBeVisible()
  await expect(page.getByRole('button', { name: /^移除驱动/ })).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: '提醒证书到期' })).toBeDisabled()
  await expect(page.getByRole('checkbox', { name: '关闭窗口后继续在后台提醒' })).toBeEnabled()
  // Main is asked first: it is checked when that has been kept.
  await page.getByRole('radio', { name: '125%' }).click()
  await expect.poll(() => ownSettings(desk)['textSize']).toBe(125)
  // The user's own address stays in the user's file, and nothing of the policy has come into it.
  expect(ownSettings(desk)).toMatchObject({ platformAddress: desk.origin, modules: [] })
  await expectAccessible(page)
})

test('a file that others may change is not used, and the user is told whose address is shown', async ({
  desk,
  start,
}) => {
  await desk.put(expiring)
  const folder = policyFolder(desk, { platformAddress: 'https://evil.example.com', locked: ['platformAddress'] })
  chmodSync(join(folder, 'policy.json'), 0o666)
  const { page } = await start({ arguments: [...quiet, `--policy-folder=${folder}`] })
  const account = page.getByRole('region', { name: '账号' })
  await expect(account).toContainText(`现在的平台地址是 ${desk.origin}，输入密码前请核对。`)
  await openSettings(page)
  await expect(page.getByRole('region', { name: '单位统一的设置' })).toContainText('settings.policyUnprotected')
  await expect(page.getByLabel('平台地址')).toHaveValue(desk.origin)
  await expect(page.getByLabel('平台地址')).toBeEnabled()
})

test('a broken file stops nothing', async ({ desk, start }) => {
  await desk.put(expiring)
  const folder = policyFolder(desk, '{ "platformAddress": "https://ca.example.com", "locked": [')
  const { page } = await start({ arguments: [...quiet, `--policy-folder=${folder}`] })
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await openSettings(page)
  await expect(page.getByRole('region', { name: '单位统一的设置' })).toContainText('settings.policyUnreadable')
  await expect(page.getByLabel('平台地址')).toHaveValue(desk.origin)
})
