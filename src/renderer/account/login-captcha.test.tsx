// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleSettings } from '../../../tests/support/sample-settings.ts'
import { onePixel } from '../../../tests/support/fake-platform.ts'
import type { Settings } from '../../shared/ipc/models.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(() => {
  vi.useRealTimers()
  forgetApp()
})

const platformAddress = 'https://ca.example.com'

/** The login dialog, opened from the navigation. */
async function openLogin(settings: Settings = sampleSettings({ platformAddress })) {
  const desktop = createFakeDesktop({ account: { platformAddress }, settings })
  desktop.answer('account:login', () => ({ ok: true, value: { platformAddress, displayName: '张三' } }))
  const user = await renderApp(desktop)
  await press(user, '登录')
  await screen.findByRole('dialog')
  return { desktop, user }
}

const password = () => screen.getByLabelText<HTMLInputElement>('密码')
const answer = () => screen.findByRole<HTMLInputElement>('textbox', { name: '图形验证码' })

/** The one in the dialog; there is another in the navigation. */
const submit = () => within(screen.getByRole('dialog')).getByRole<HTMLButtonElement>('button', { name: '登录' })

async function logIn(user: UserEvent): Promise<void> {
  await user.type(screen.getByRole('textbox', { name: '账号' }), 'zhang')
  await user.type(password(), 'secret-1{Enter}')
}

const logins = ({ calls }: FakeDesktop) =>
  calls.filter(({ channel }) => channel === 'account:login').map(({ input }) => input)
const pictures = ({ calls }: FakeDesktop) => calls.filter(({ channel }) => channel === 'account:captcha').length

test('a picture that is asked for is shown, and its answer goes with the same password', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.captchaRequired')
  await logIn(user)
  expect((await screen.findByRole('img', { name: /图形验证码图片/ })).getAttribute('src')).toBe(onePixel)
  expect(await screen.findByText('平台要求图形验证码')).toBeDefined()
  await waitFor(async () => expect(document.activeElement).toBe(await answer()))
  await user.type(await answer(), 'x7b2{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const sent = { account: 'zhang', password: 'secret-1', remember: false }
  expect(logins(desktop)).toEqual([sent, { ...sent, captcha: { id: 'captcha-1', answer: 'x7b2' } }])
})

test('a wrong answer brings another picture and an empty field', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.captchaRequired')
  await logIn(user)
  const captcha = { id: 'captcha-2', image: onePixel, expiresAt: new Date(Date.now() + 600_000).toISOString() }
  await user.type(await answer(), 'no')
  desktop.answer('account:captcha', () => ({ ok: true, value: captcha }))
  desktop.failOnce('account:login', 'platform.captchaWrong')
  await user.keyboard('{Enter}')
  expect(await screen.findByText('图形验证码不正确')).toBeDefined()
  expect((await answer()).value).toBe('')
  expect(password().value).toBe('secret-1')
  await user.type(await answer(), 'yes{Enter}')
  await waitFor(() => expect(logins(desktop)).toHaveLength(3))
  expect(logins(desktop).at(-1)).toMatchObject({ captcha: { id: 'captcha-2', answer: 'yes' } })
})

test('a wrong password beside a picture needs both anew', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.captchaRequired')
  await logIn(user)
  await user.type(await answer(), 'x7b2')
  desktop.failOnce('account:login', 'platform.badCredentials', { attemptsLeft: 2 })
  await user.keyboard('{Enter}')
  expect(await screen.findByText(/还可以输入 2 次。/)).toBeDefined()
  await waitFor(() => expect(pictures(desktop)).toBe(2))
  expect([password().value, (await answer()).value]).toEqual(['', ''])
  expect(document.activeElement).toBe(password())
})

test('a picture that cannot be read, or was not to be had, is replaced on demand', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.captchaRequired')
  desktop.failOnce('account:captcha', 'platform.unreachable')
  await logIn(user)
  expect(await screen.findByText('图片没有取到，请换一张。')).toBeDefined()
  await press(user, '换一张')
  expect(await screen.findByRole('img', { name: /图形验证码图片/ })).toBeDefined()
  await press(user, '换一张')
  await waitFor(() => expect(pictures(desktop)).toBe(3))
})

test('without an answer nothing is sent', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.captchaRequired')
  await logIn(user)
  await screen.findByRole('img', { name: /图形验证码图片/ })
  await user.click(submit())
  expect(await screen.findByText('请输入图形验证码。')).toBeDefined()
  expect(logins(desktop)).toHaveLength(1)
})

test('a picture that has grown old says so', async () => {
  const { desktop, user } = await openLogin()
  const expiresAt = new Date(Date.now() - 1000).toISOString()
  desktop.answer('account:captcha', () => ({ ok: true, value: { id: 'captcha-1', image: onePixel, expiresAt } }))
  desktop.failOnce('account:login', 'platform.captchaRequired')
  await logIn(user)
  expect(await screen.findByText('图片已过期，请换一张。')).toBeDefined()
})

test('a locked account is counted down, and another one can log in meanwhile', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.accountLocked', { retryAfterSeconds: 600 })
  await logIn(user)
  expect((await screen.findByRole('timer')).textContent).toMatch(/^(10 分|9 分 \d+ 秒)后可以再登录。$/)
  expect(await screen.findByText('账号已锁定')).toBeDefined()
  expect(screen.queryByText(/600 秒/)).toBeNull()
  expect(submit().disabled).toBe(true)
  await user.type(password(), 'secret-1{Enter}')
  expect(logins(desktop)).toHaveLength(1)
  await user.type(screen.getByRole('textbox', { name: '账号' }), '-2')
  expect(screen.queryByRole('timer')).toBeNull()
  expect(submit().disabled).toBe(false)
})

test('a lock is still counted down in a dialog that was closed and opened again, and ends', async () => {
  const { desktop, user } = await openLogin()
  desktop.failOnce('account:login', 'platform.accountLocked', { retryAfterSeconds: 600 })
  await logIn(user)
  await screen.findByRole('timer')
  await press(user, '暂不登录')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await press(user, '登录')
  await user.type(await screen.findByRole('textbox', { name: '账号' }), 'zhang')
  expect(await screen.findByRole('timer')).toBeDefined()
  vi.useFakeTimers({ toFake: ['Date'] })
  act(() => void vi.setSystemTime(Date.now() + 601_000))
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull())
  expect(submit().disabled).toBe(false)
})

test('the name is kept where the user wants it, and stands there the next time', async () => {
  const { desktop, user } = await openLogin()
  await user.click(screen.getByRole('checkbox', { name: '记住账号' }))
  await logIn(user)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(logins(desktop)).toEqual([{ account: 'zhang', password: 'secret-1', remember: true }])
})

test('a name that was kept is filled in, and the cursor waits for the password', async () => {
  const { desktop, user } = await openLogin(sampleSettings({ platformAddress, rememberedAccount: 'li' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '账号' }).value).toBe('li')
  await waitFor(() => expect(document.activeElement).toBe(password()))
  await user.type(password(), 'secret-1{Enter}')
  await waitFor(() => expect(logins(desktop)).toEqual([{ account: 'li', password: 'secret-1', remember: true }]))
})
