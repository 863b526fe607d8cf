// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, inDays, sampleOverview, sampleRenewal } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

const credentials = { account: 'demo', password: 'demo-pass', pin: '246810' }
const message = { id: '1', at: inDays(0), maskedPhone: '138****5678', text: '验证码短信', code: '402817' }

test('outside the demo there is no frame, no phone and no hint', async () => {
  await renderApp(createFakeDesktop())
  expect(await screen.findByRole('heading', { name: '我的证书' })).toBeDefined()
  expect(screen.queryByText(/演示/)).toBeNull()
})

test('the demo says so, and its phone shows what arrives and can be put away', async () => {
  const desktop = createFakeDesktop({ app: { mode: 'demo', demoCredentials: credentials } })
  const user = await renderApp(desktop)
  expect(await screen.findByText(/^演示 ·/)).toBeDefined()
  expect(screen.getByText('还没有短信')).toBeDefined()
  desktop.emit('demo:message', message)
  expect(await screen.findByText('402817')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '收起手机短信' }))
  expect(screen.queryByText('402817')).toBeNull()
})

test('the demo PIN stands in the PIN dialog, also when the demo started after the page', async () => {
  const desktop = createFakeDesktop({ app: { mode: 'demo' }, renewals: [sampleRenewal({ state: 'verified' })] })
  const user = await renderApp(desktop)
  desktop.answer('app:info', () => ({
    ok: true,
    value: { version: '0.1.0', mode: 'demo', demoCredentials: credentials },
  }))
  desktop.emit('certificates:changed', sampleOverview())
  await user.click(await screen.findByRole('button', { name: '延期与修复' }))
  await user.click(await screen.findByRole('button', { name: /^继续上次/ }))
  await user.click(await screen.findByRole('button', { name: '初始化证书' }))
  expect(await screen.findByText('演示 PIN 246810')).toBeDefined()
})
