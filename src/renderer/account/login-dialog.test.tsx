// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, demoPin, sampleRenewal } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function startWithoutLogin() {
  const desktop = createFakeDesktop({ account: { platformAddress: 'https://ca.example.com' } })
  desktop.failOnce('renewal:start', 'platform.loginRequired')
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '延期：济南示例科技有限公司' }))
  await user.click(await screen.findByRole('button', { name: '下一步' }))
  await screen.findByRole('dialog')
  return { desktop, user }
}

const startsOf = (desktop: Awaited<ReturnType<typeof startWithoutLogin>>['desktop']) =>
  desktop.calls.filter(({ channel }) => channel === 'renewal:start').length

test('a call that needs a login is repeated once after it', async () => {
  const { desktop, user } = await startWithoutLogin()
  await user.type(screen.getByRole('textbox', { name: '账号' }), 'zhangsan')
  await user.type(screen.getByLabelText('密码'), 'secret-1{Enter}')
  expect(await screen.findByRole('button', { name: '获取验证码' })).toBeDefined()
  expect(startsOf(desktop)).toBe(2)
  expect(desktop.calls.find(({ channel }) => channel === 'account:login')?.input).toEqual({
    account: 'zhangsan',
    password: 'secret-1',
    remember: false,
  })
})

test('a refused login stays in the dialog, says why and empties the password', async () => {
  const { desktop, user } = await startWithoutLogin()
  desktop.failOnce('account:login', 'platform.badCredentials')
  await user.type(screen.getByRole('textbox', { name: '账号' }), 'zhangsan')
  await user.type(screen.getByLabelText('密码'), 'wrong{Enter}')
  expect(await screen.findByText('账号或密码不正确')).toBeDefined()
  expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe('')
  expect(startsOf(desktop)).toBe(1)
})

test('closing the dialog leaves the call unrepeated and says what is missing', async () => {
  const { desktop, user } = await startWithoutLogin()
  await user.click(screen.getByRole('button', { name: '暂不登录' }))
  expect((await screen.findByRole('alert')).textContent).toContain('需要登录平台')
  expect(startsOf(desktop)).toBe(1)
})

test('a PIN is not sent a second time after a login: it is asked for again', async () => {
  const desktop = createFakeDesktop({ renewals: [sampleRenewal({ state: 'verified' })] })
  desktop.failOnce('renewal:initialise', 'platform.loginRequired')
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '延期与修复' }))
  await user.click(await screen.findByRole('button', { name: /^继续上次/ }))
  await user.click(await screen.findByRole('button', { name: '初始化证书' }))
  await user.type(await screen.findByLabelText('PIN'), `${demoPin}{Enter}`)
  await user.type(await screen.findByRole('textbox', { name: '账号' }), 'zhangsan')
  await user.type(screen.getByLabelText('密码'), 'secret-1{Enter}')
  expect(await screen.findByText('需要再输入一次 PIN')).toBeDefined()
  await waitFor(() => expect(desktop.calls.filter(({ channel }) => channel === 'renewal:initialise')).toHaveLength(1))
})
