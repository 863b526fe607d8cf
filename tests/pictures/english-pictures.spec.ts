import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixture.ts'
import { entryOf } from '../e2e/navigation.ts'
import { deskAccount, deskPin } from '../support/desk.ts'
import { enrolElsewhere, numbered } from '../support/enrol-account.ts'
import { picture } from './picture.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const longName = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)
const pages = {
  renewal: 'Renew and repair',
  platform: 'On the platform',
  orders: 'My orders',
  environment: 'Environment check',
  help: 'Help',
  settings: 'Settings',
} as const

const go = (page: Page, name: string) => entryOf(page, name).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

for (const textSize of [100, 200]) {
  const suffix = textSize === 100 ? '' : `-${textSize}`
  test(`every page in English, text of ${textSize} %`, async ({ desk, start }) => {
    await desk.put(expiring)
    await desk.putEncryption([-338, 27])
    await desk.put({
      keyType: 'p-256',
      days: [-400, -12],
      holder: { subject: { organisation: longName, commonName: longName } },
    })
    const { page } = await start({ language: 'en', textSize })
    await page.setViewportSize({ width: 960, height: 640 })
    await expect(page.getByText('days since it expired')).toBeVisible()
    await picture(page, `en-certificates${suffix}`)
    for (const [file, name] of Object.entries(pages)) {
      await go(page, name)
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      if (file === 'environment') await expect(page.getByRole('button', { name: 'Export the report' })).toBeEnabled()
      await picture(page, `en-${file}${suffix}`)
    }
    await page.getByRole('radio', { name: '100%' }).scrollIntoViewIfNeeded()
    await picture(page, `en-settings-appearance${suffix}`)
  })
}

test('a renewal in English', async ({ desk, start }) => {
  await desk.put(expiring)
  await desk.putEncryption([-338, 27])
  await enrolElsewhere(desk, numbered(4))
  const { page } = await start({ language: 'en' })
  await page.setViewportSize({ width: 960, height: 640 })
  await page.getByRole('button', { name: /^Renew: / }).click()
  await page.getByRole('radio', { name: 'Yes' }).check()
  await picture(page, 'en-read')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await press(page, 'Next')
  const login = page.getByRole('dialog', { name: 'Log in' })
  await expect(login).toBeVisible()
  await picture(page, 'en-login')
  await login.getByLabel('Account', { exact: true }).fill(deskAccount.account)
  await login.getByLabel('Password', { exact: true }).fill(deskAccount.password)
  await page.keyboard.press('Enter')
  await press(page, 'Get a code')
  await expect(page.getByLabel('Digit 1 of 6')).toBeVisible()
  await picture(page, 'en-verify')
  await page.keyboard.type(desk.newestCode())
  await press(page, 'Make the new key')
  await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
  await picture(page, 'en-pin')
  await page.getByLabel('PIN', { exact: true }).fill(deskPin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Renew', exact: true })).toBeVisible()
  await picture(page, 'en-execute')
  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Renewal successful' })).toBeVisible()
  await picture(page, 'en-result')
  await go(page, 'On the platform')
  await expect(page.getByText(/in all$/)).toBeVisible()
  await picture(page, 'en-platform-list')
  await page.setViewportSize({ width: 1120, height: 740 })
  await picture(page, 'en-platform-list-1120')
  await go(page, 'Help')
  await page.getByRole('combobox').fill('0x0A000025')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await picture(page, 'en-help-code')
})
