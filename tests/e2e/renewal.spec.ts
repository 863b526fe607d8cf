import { expect, test } from './fixture.ts'
import { beginRenewal, enterCode, enterPin, initialise, verifyPhone } from './wizard.ts'

test('a user sees the dates, renews an RSA certificate, and sees the new dates read back from the key', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const { page } = await start()
  await expect(page.getByText('27', { exact: true })).toBeVisible()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '我的证书' }).click()
  await expect(page.getByText('正常', { exact: true })).toBeVisible()
  const listing = desk.store.pkcs11Tool(['--list-objects', '--type', 'cert'])
  expect(listing.match(/Certificate Object/g)).toHaveLength(1)
})

test('an expired P-256 certificate is repaired', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-400, -12] })
  const { page } = await start()
  await expect(page.getByText('天前过期', { exact: true })).toBeVisible()
  await beginRenewal(page, '修复')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行修复' }).click()
  await expect(page.getByRole('heading', { name: '修复成功' })).toBeVisible()
})

test('a wrong PIN is told, costs one try, and the right one goes on', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page, '87654321')
  const dialog = page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })
  await expect(dialog.getByText('PIN 不正确')).toBeVisible()
  await enterPin(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
})

test('a wrong SMS code costs an attempt, then the right one goes on', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const { page } = await start()
  await beginRenewal(page, '延期')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect.poll(() => desk.simulator.books().sms).toBe(1)
  const right = desk.newestCode()
  await enterCode(page, right === '000000' ? '000001' : '000000')
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await expect(page.getByText('还可以输入 4 次')).toBeVisible()
  await enterCode(page, right)
  await expect(page.getByRole('button', { name: '初始化证书' })).toBeVisible()
})
