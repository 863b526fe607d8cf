import { skfContainer, type Desk } from '../support/desk.ts'
import { lastState } from '../support/journal.ts'
import type { SkfStore } from '../support/softskf/store.ts'
import { expect, test } from './fixture.ts'
import { beginRenewal, enterPin, finishRenewal, initialise, logIn, verifyPhone } from './wizard.ts'

test.use({ key: 'skf' })

const days = [-338, 27] as const

function keyOf({ skf }: Desk): SkfStore {
  if (skf === undefined) throw new Error('this desk has no key by SKF')
  return skf
}

test('a user renews an SM2 certificate, is told that this is experimental, and sees the new dates', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'sm2', days })
  const { page } = await start()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  await expect(page.getByText('实验性').first()).toBeVisible()
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '我的证书' }).click()
  await expect(page.getByText('正常', { exact: true })).toBeVisible()
  expect(keyOf(desk).containers()).toEqual([expect.stringMatching(/^R[0-9a-f]{30}$/)])
})

test('an expired SM2 certificate is repaired', async ({ desk, start }) => {
  await desk.put({ keyType: 'sm2', days: [-400, -12] })
  const { page } = await start()
  await beginRenewal(page, '修复')
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行修复' }).click()
  await expect(page.getByRole('heading', { name: '修复成功' })).toBeVisible()
})

test('an encryption certificate comes along, and the container with the old encryption key stays', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'sm2', days })
  await desk.putEncryption(days)
  const { page } = await start()
  await page.getByRole('button', { name: /^延期：/ }).click()
  await page.getByRole('radio', { name: '没有' }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await logIn(page)
  await verifyPhone(page, desk)
  await initialise(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  const key = keyOf(desk)
  const containers = key.containers()
  expect(containers).toHaveLength(2)
  expect(containers).toContain(skfContainer)
  for (const container of containers)
    for (const role of ['signing', 'encryption'] as const) {
      expect(key.privateKey(container, role)).toBeDefined()
      expect(key.certificate(container, role)).toBeDefined()
    }
})

test('a wrong PIN is told with the number of tries that are left, and the right one goes on', async ({
  desk,
  start,
}) => {
  await desk.put({ keyType: 'sm2', days })
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page, '87654321')
  const dialog = page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })
  await expect(dialog.getByText('PIN 不正确')).toBeVisible()
  await expect(dialog.getByText(/还可以试 9 次/).first()).toBeVisible()
  await enterPin(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
})

test('a key that another program has reserved is told as that, and nothing is done to it', async ({ desk, start }) => {
  await desk.put({ keyType: 'sm2', days })
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  keyOf(desk).setFault('SKF_LockDev:0:rv=0x0A00000F')
  await initialise(page)
  await expect(page.getByText('另一个程序占用着 USB Key').first()).toBeVisible()
  expect(keyOf(desk).containers()).toEqual([skfContainer])
  keyOf(desk).clearFault()
  await page.getByRole('button', { name: '重试' }).click()
  await enterPin(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
})

test('the key is pulled in the middle of a write, and the renewal goes on when it is back', async ({ desk, start }) => {
  await desk.put({ keyType: 'sm2', days })
  const { page } = await start()
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await initialise(page)
  await expect(page.getByRole('button', { name: '执行延期' })).toBeVisible()
  keyOf(desk).setFault('SKF_ImportCertificate:1:removed')
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect.poll(() => lastState(desk.userData)).toBe('issued')
  await expect(page.getByRole('heading', { name: '请插回同一把 USB Key' })).toBeVisible()
  keyOf(desk).clearFault()
  keyOf(desk).plug()
  await page.getByRole('button', { name: '继续', exact: true }).click()
  await enterPin(page)
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
  expect(keyOf(desk).containers()).toEqual([expect.stringMatching(/^R[0-9a-f]{30}$/)])
})

test('the program is killed in the middle of a write, and goes on from there', async ({ desk, start }) => {
  await desk.put({ keyType: 'sm2', days })
  const first = await start()
  await beginRenewal(first.page, '延期')
  await verifyPhone(first.page, desk)
  await initialise(first.page)
  await expect(first.page.getByRole('button', { name: '执行延期' })).toBeVisible()
  keyOf(desk).setFault('SKF_ImportCertificate:1:hang-after')
  await first.page.getByRole('button', { name: '执行延期' }).click()
  await expect.poll(() => lastState(desk.userData)).toBe('issued')
  await first.kill()
  keyOf(desk).clearFault()
  const { page } = await start({ settings: 'kept' })
  await finishRenewal({ page, desk })
  expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1 })
})
