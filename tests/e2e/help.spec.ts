import { expect, test } from './fixture.ts'

test('帮助中心 finds the article for what one types, by the keys alone', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('button', { name: '帮助中心' }).click()
  const field = page.getByRole('combobox', { name: '搜索帮助' })
  await field.click()
  await page.keyboard.type('密码忘了')
  await expect(page.getByRole('option').first()).toContainText('忘记 PIN')
  await field.fill('0x0A000025')
  await expect(page.getByRole('option').first()).toContainText('SAR_PIN_LOCKED（0x0A000025）：PIN 被锁死，要先解锁。')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'USB Key 已锁定' })).toBeVisible()
  await expect(page.getByRole('button', { name: '返回' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('a code opens its page over a PIN dialog; Escape closes the page alone, and the focus is where it was', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const { page } = await start()
  await page.getByRole('button', { name: /^PIN 管理/ }).click()
  await page.getByLabel('原 PIN').fill('99999999')
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite-5927')
  await page.getByLabel('再输入一次新 PIN').fill('Kite-5927')
  await page.keyboard.press('Enter')
  const code = page.getByRole('button', { name: /^代码 token.pinIncorrect/ })
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite-5927')
  await code.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '说明' })
  await expect(drawer.getByRole('article', { name: 'PIN 不正确' })).toBeVisible()
  await page.keyboard.press('Tab')
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(page.getByLabel('新 PIN', { exact: true })).toHaveValue('Kite-5927')
  await expect(code).toBeFocused()
})
