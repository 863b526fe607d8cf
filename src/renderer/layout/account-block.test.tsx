// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleManaged } from '../../../tests/support/sample-managed.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const platformAddress = 'https://ca.example.com'
const block = () => within(screen.getByRole('region', { name: '账号' }))
const checks = ({ calls }: FakeDesktop) => calls.filter(({ channel }) => channel === 'platform:check').length

test('says who is logged in, and lets go of it', async () => {
  const user = await renderApp(createFakeDesktop())
  expect(await block().findByText('张三')).toBeDefined()
  expect(block().queryByRole('button', { name: '登录' })).toBeNull()
  await press(user, '退出登录')
  expect(await block().findByText('未登录')).toBeDefined()
  expect(await block().findByRole('button', { name: '登录' })).toBeDefined()
})

test('offers a login only where there is a platform', async () => {
  await renderApp(createFakeDesktop({ account: {} }))
  expect(await block().findByText('平台未设置')).toBeDefined()
  expect(block().queryByRole('button')).toBeNull()
})

test('shows the platform’s state as calls tell it', async () => {
  const desktop = createFakeDesktop({ account: { platformAddress } })
  await renderApp(desktop)
  expect(await block().findByText('平台可用')).toBeDefined()
  act(() => desktop.emit('platform:changed', { state: 'unreachable' }))
  expect(block().getByText('连不上平台')).toBeDefined()
  const until = '2026-12-20T04:00:00.000Z'
  act(() => desktop.emit('platform:changed', { state: 'maintenance', until }))
  expect(block().getByRole('status').textContent).toBe(`平台维护中，至 ${localDateTime(new Date(until))}`)
  act(() => desktop.emit('platform:changed', { state: 'maintenance' }))
  expect(block().getByText('平台维护中')).toBeDefined()
  act(() => desktop.emit('platform:changed', { state: 'unknown' }))
  expect(block().getByText('平台状态未知')).toBeDefined()
})

test('lets main look when the window is looked at again, and when there is another address', async () => {
  const desktop = createFakeDesktop({ account: { platformAddress } })
  await renderApp(desktop)
  await waitFor(() => expect(checks(desktop)).toBeGreaterThan(0))
  const before = checks(desktop)
  act(() => void window.dispatchEvent(new Event('focus')))
  await waitFor(() => expect(checks(desktop)).toBe(before + 1))
  act(() => desktop.emit('account:changed', { platformAddress: 'https://other.example.com' }))
  await waitFor(() => expect(checks(desktop)).toBe(before + 2))
})

test('says on every page whose address it is, when what an administrator has set cannot be used', async () => {
  const managed = sampleManaged({})
  const sources = managed.sources.map((source) => ({ ...source, failure: 'settings.policyUnprotected' as const }))
  await renderApp(createFakeDesktop({ account: { platformAddress }, settings: { managed: { ...managed, sources } } }))
  expect(await block().findByText(/^现在的平台地址是 https:\/\/ca\.example\.com，/)).toBeDefined()
  forgetApp()
  await renderApp(createFakeDesktop({ account: { platformAddress }, settings: { managed } }))
  expect(await block().findByText('平台可用')).toBeDefined()
  expect(block().queryByText(/现在的平台地址/)).toBeNull()
})
