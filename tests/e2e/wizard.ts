import type { Page } from '@playwright/test'
import { deskAccount, deskPin, type Desk } from '../support/desk.ts'
import { expect } from './fixture.ts'

/** From the card to the SMS page, logging in on the way. */
export async function beginRenewal(page: Page, kind: '延期' | '修复'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${kind}：`) }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await logIn(page)
  await expect(page.getByRole('button', { name: '获取验证码' })).toBeVisible()
}

export async function logIn(page: Page, password: string = deskAccount.password): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登录' })
  await dialog.getByLabel('账号').fill(deskAccount.account)
  await dialog.getByLabel('密码', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
}

export async function verifyPhone(page: Page, desk: Desk): Promise<void> {
  const before = desk.simulator.books().sms
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect.poll(() => desk.simulator.books().sms).toBe(before + 1)
  await enterCode(page, desk.newestCode())
  await expect(page.getByRole('button', { name: '初始化证书' })).toBeVisible()
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('第 1 位').click()
  await page.keyboard.type(code)
}

export async function initialise(page: Page, pin: string = deskPin): Promise<void> {
  await page.getByRole('button', { name: '初始化证书' }).click()
  await enterPin(page, pin)
}

export async function enterPin(page: Page, pin: string = deskPin): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })
  await dialog.getByLabel('PIN', { exact: true }).fill(pin)
  await dialog.getByRole('button', { name: '使用 PIN 继续' }).click()
}
