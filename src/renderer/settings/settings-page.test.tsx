// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function openSettings(desktop = createFakeDesktop()) {
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  return { desktop, user, address: await screen.findByLabelText<HTMLInputElement>('平台地址') }
}

test('an address that is not secure is refused before it is sent', async () => {
  const { desktop, user, address } = await openSettings()
  await user.clear(address)
  await user.type(address, 'http://ca.example.com{Enter}')
  expect(await screen.findByText('http:// 只能用于本机地址，其他地址请使用 https://。')).toBeDefined()
  expect(desktop.calls.some(({ channel }) => channel === 'settings:save-platform')).toBe(false)
})

test('a good address is saved and said to be', async () => {
  const { desktop, user, address } = await openSettings()
  await user.clear(address)
  await user.type(address, 'http://127.0.0.1:8080{Enter}')
  expect(await screen.findByText('平台地址已保存。')).toBeDefined()
  const saved = desktop.calls.filter(({ channel }) => channel === 'settings:save-platform')
  expect(saved.map(({ input }) => input)).toEqual([{ address: 'http://127.0.0.1:8080' }])
})

test('a driver can be added and removed, and a failed one says why', async () => {
  const path = '/opt/old.so'
  const module = { path, name: 'old.so', state: 'failed', failure: { code: 'token.moduleBroken' } } as const
  const overview = sampleOverview({ modules: [module] })
  const desktop = createFakeDesktop({ overview, settings: { modules: [path] } })
  const { user } = await openSettings(desktop)
  const row = within(await screen.findByRole('listitem'))
  expect(row.getByText('不可用')).toBeDefined()
  expect(row.getByText('驱动不能启动')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '添加驱动' }))
  expect(await screen.findByText('尚未检测')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '移除驱动 old.so' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'settings:remove-module', input: { path } })
})

test('a platform that is not set leads here', async () => {
  const desktop = createFakeDesktop({ account: {} })
  desktop.failOnce('renewal:start', 'platform.notConfigured')
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '延期：济南示例科技有限公司' }))
  await user.click(await screen.findByRole('button', { name: '下一步' }))
  await user.click(await screen.findByRole('button', { name: '前往设置' }))
  expect(await screen.findByLabelText('平台地址')).toBeDefined()
})
