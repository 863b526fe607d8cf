import type { PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { deskAccount, type Desk } from '../support/desk.ts'
import { expect, expectAccessible, test } from './fixture.ts'
import { logIn } from './wizard.ts'

/** What a person reads in the picture. */
function answerTo(desk: Desk, captchaId: string): string {
  return (desk.simulator as PlatformSimulator & Reader).captchaAnswer(captchaId)
}
interface Reader {
  readonly captchaAnswer: (captchaId: string) => string
}

test('after wrong passwords the picture is asked for, can be replaced, and lets in', async ({ desk, start }) => {
  const { page } = await start()
  await page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  const dialog = page.getByRole('dialog', { name: '登录' })
  const picture = dialog.getByRole('img', { name: /图形验证码/ })
  for (const attempts of [4, 3, 2]) {
    await logIn(page, 'wrong')
    await expect(dialog).toContainText(`还可以输入 ${attempts} 次。`)
  }
  await logIn(page)
  await expect(picture).toBeVisible()
  await expectAccessible(page)
  const first = (await picture.getAttribute('data-captcha')) ?? ''
  await dialog.getByRole('button', { name: '换一张' }).click()
  await expect(picture).not.toHaveAttribute('data-captcha', first)

  const answer = dialog.getByRole('textbox', { name: '图形验证码' })
  await answer.fill('0000')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('图形验证码不正确')
  await expect(dialog.getByLabel('密码', { exact: true })).toHaveValue(deskAccount.password)
  await answer.fill(answerTo(desk, (await picture.getAttribute('data-captcha')) ?? ''))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
})

test('the account’s name is kept over a restart where the user wants it', async ({ start }) => {
  const first = await start()
  await first.page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  await first.page.getByRole('checkbox', { name: '记住账号' }).check()
  await logIn(first.page)
  await expect(first.page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await first.close()
  const { page } = await start({ settings: 'kept' })
  await page.getByRole('region', { name: '账号' }).getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('textbox', { name: '账号' })).toHaveValue(deskAccount.account)
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
})
