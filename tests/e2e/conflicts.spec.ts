import type { Page } from '@playwright/test'
import { createForeignPrograms, type ForeignPrograms } from '../support/foreign-program.ts'
import { expect, test } from './fixture.ts'

const keyX = '网证通安全客户端 KeyX'
/** What else runs on this computer is looked at, as it is for a user. */
const seesPrograms = ['--no-driver-search']

// They all start a program of the same name, and each would see the others'.
test.describe.configure({ mode: 'default' })

let programs: ForeignPrograms
test.beforeEach(() => {
  programs = createForeignPrograms()
})
test.afterEach(() => programs.endAll())

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
const clean = (page: Page) => row(page, '其他省市 CA 程序').getByText(/^未发现，/)

test('a program that takes hold of keys blocks; once its user has quit it, all is well', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const program = await programs.start('KeyX.exe', { ports: [30443, 20443] })
  const { page } = await start({ arguments: seesPrograms })
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await expect(row(page, keyX)).toContainText('阻断')
  await expect(page.getByText('现在还不能办理延期', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: `${keyX}：查看退出方法` }).click()
  const guide = page.getByRole('dialog', { name: `怎样退出：${keyX}` })
  await expect(guide.getByRole('listitem').first()).toBeVisible()
  await program.quit()
  await guide.getByRole('button', { name: '我已退出，重新检测' }).click()
  await expect(clean(page)).toBeVisible()
  await expect(row(page, keyX)).toHaveCount(0)
})

test('the gate of a renewal is blocked by it, and opens when it has been asked to end', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  await programs.start('KeyX.exe', { ports: [30443, 20443] })
  const { page } = await start({ arguments: seesPrograms })
  await page
    .getByRole('button', { name: /^延期：/ })
    .first()
    .click()
  const gate = page.getByRole('region', { name: '办理前检查' })
  await expect(gate.getByText(keyX)).toBeVisible()
  await gate.getByRole('button', { name: '环境检测' }).click()
  await page.getByRole('button', { name: `${keyX}：请它退出` }).click()
  const dialog = page.getByRole('dialog', { name: `请 ${keyX} 退出？` })
  await dialog.getByRole('button', { name: '请它退出' }).click()
  await expect(clean(page)).toBeVisible()
  await expect(dialog).toBeHidden()
})

test('a program that does not want to end is left alone, and the dialog says so', async ({ desk, start }) => {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const program = await programs.start('KeyX.exe', { ports: [30443, 20443], whenAsked: 'stays' })
  const { page } = await start({ arguments: seesPrograms })
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await page.getByRole('button', { name: `${keyX}：请它退出` }).click()
  const dialog = page.getByRole('dialog', { name: `请 ${keyX} 退出？` })
  await dialog.getByRole('button', { name: '请它退出' }).click()
  await expect(dialog.getByText('程序还没有退出')).toBeVisible()
  expect(() => process.kill(program.pid, 0)).not.toThrow()
})
