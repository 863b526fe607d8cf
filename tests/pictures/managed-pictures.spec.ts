import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import type { Page } from '@playwright/test'
import { picture } from './picture.ts'

/** A test's own folder is nobody's business. */
const showUsualPlace = (page: Page) =>
  page.locator('.managed-place').evaluate((element) => {
    element.textContent = '文件 /etc/cert-user-tool/policy.json'
  })
const quiet = ['--no-driver-search', '--no-program-search']

test('settings of an administrator', async ({ desk, start }) => {
  const folder = join(desk.userData, 'policy')
  mkdirSync(folder)
  const file = join(folder, 'policy.json')
  const policy = {
    platformAddress: 'https://ca.example.com',
    proxy: 'proxy.example.com:8080',
    trustedAuthorities: ['没有这个文件.cer'],
    modules: [],
    language: 'zh-CN',
    reminders: true,
    platformAdress: 'https://ca.example.com',
    locked: ['platformAddress', 'proxy', 'rootCertificate', 'pins', 'useSystemNetwork', 'modules', 'reminders'],
  }
  writeFileSync(file, JSON.stringify(policy))
  const { page } = await start({ arguments: [...quiet, `--policy-folder=${folder}`] })
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: '展开' }).click()
  await expect(page.getByText('由管理员设定，不能在这里更改。').first()).toBeVisible()
  await showUsualPlace(page)
  await page.setViewportSize({ width: 1120, height: 1250 })
  await picture(page, 'settings-managed')
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, 'settings-managed-960')
})

test('settings that anybody could have written', async ({ desk, start }) => {
  const folder = join(desk.userData, 'policy')
  mkdirSync(folder)
  const file = join(folder, 'policy.json')
  writeFileSync(file, '{}')
  chmodSync(file, 0o666)
  const { page } = await start({ arguments: [...quiet, `--policy-folder=${folder}`] })
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await expect(page.getByText('没有采用单位统一的设置')).toBeVisible()
  await showUsualPlace(page)
  await picture(page, 'settings-managed-refused')
})
