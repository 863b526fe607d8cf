import { errors, type Page } from '@playwright/test'
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
  await dialog.getByLabel('账号', { exact: true }).fill(deskAccount.account)
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

interface Place {
  readonly page: Page
  readonly desk: Desk
}

/**
 * Goes on from whatever the wizard shows, to the result, as a user would: what is asked for is answered. A page may have
 * moved on between a look and an answer; then there is another look.
 */
export async function finishRenewal(scene: Place): Promise<void> {
  const { page } = scene
  await page.getByRole('button', { name: '延期与修复' }).click()
  await page.getByRole('button', { name: '继续上次延期' }).click()
  page.setDefaultTimeout(3000)
  const result = page.getByRole('heading', { name: '延期成功' })
  while (!(await result.isVisible())) {
    await answerWhatIsAsked(scene).catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error
    })
  }
}

async function answerWhatIsAsked({ page, desk }: Place): Promise<void> {
  const login = page.getByRole('dialog', { name: '登录证书在线服务平台' })
  const pin = page.getByRole('dialog', { name: '输入 USB Key 的 PIN' })
  const code = page.getByLabel('第 1 位')
  const next = page.getByRole('button', { name: /^(继续下单|获取验证码|初始化证书|执行延期)$/ }).first()
  // A login may be asked for above a PIN that waits.
  if (await login.isVisible()) {
    await logIn(page)
    await login.waitFor({ state: 'hidden' })
  } else if (await pin.isVisible()) {
    await enterPin(page)
    await pin.waitFor({ state: 'hidden' })
  } else if (await code.isVisible()) {
    await enterCode(page, desk.newestCode())
    await code.waitFor({ state: 'hidden' })
  } else {
    await next.click()
  }
}
