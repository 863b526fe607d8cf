// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { pageWith, samplePlatformCertificate as sample } from '../../../tests/support/fake-platform.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { listChannel, openList, openListWith, queriesOf, rowOf, threePages } from '../testing/platform-list.ts'
import { forgetApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const address = 'https://ca.example.com'

async function logIn(user: UserEvent): Promise<void> {
  await user.type(await screen.findByRole('textbox', { name: '账号' }), 'zhang')
  await user.type(screen.getByLabelText('密码'), 'secret-1{Enter}')
}

test('a list that has become shorter shows its last page', async () => {
  const desktop = createFakeDesktop()
  threePages(desktop)
  const user = await openList(desktop)
  await screen.findByText('第 1 页的证书')
  desktop.answer(listChannel, ({ page }) => ({
    ok: true,
    value: pageWith(page > 2 ? [] : [sample({ commonName: `第 ${page} 页的证书` })], page, 21),
  }))
  await user.click(screen.getByTitle('3'))
  expect(await screen.findByText('第 2 页的证书')).toBeDefined()
  expect(screen.getByText('共 21 条')).toBeDefined()
})

test('without a login the list invites to one, and then loads by itself', async () => {
  const desktop = createFakeDesktop({ account: { platformAddress: address } })
  desktop.answer('account:login', () => ({ ok: true, value: { platformAddress: address, displayName: '张三' } }))
  const user = await openList(desktop)
  const invitation = within(await screen.findByRole('region', { name: '登录后查看平台上的证书' }))
  expect(queriesOf(desktop)).toEqual([])
  await user.click(invitation.getByRole('button', { name: '登录' }))
  await logIn(user)
  expect(await rowOf('电子投标')).toBeDefined()
  expect(queriesOf(desktop)).toEqual([{ page: 1 }])
})

test('a session that ends while paging is renewed, and the page that was wanted comes', async () => {
  const desktop = createFakeDesktop()
  threePages(desktop)
  const user = await openList(desktop)
  await screen.findByText('第 1 页的证书')
  desktop.failOnce(listChannel, 'platform.loginRequired')
  await user.click(screen.getByTitle('2'))
  act(() => desktop.emit('account:changed', { platformAddress: address }))
  await logIn(user)
  expect(await screen.findByText('第 2 页的证书')).toBeDefined()
  expect(queriesOf(desktop)).toEqual([{ page: 1 }, { page: 2 }, { page: 2 }])
})

test('a session that has ended leaves what was read, with its time and the way back', async () => {
  const desktop = createFakeDesktop()
  threePages(desktop)
  const user = await openList(desktop)
  await screen.findByText('第 1 页的证书')
  desktop.failOnce(listChannel, 'platform.loginRequired')
  await press(user, '刷新列表')
  await user.click(await screen.findByRole('button', { name: '暂不登录' }))
  expect(await screen.findByText(/^登录已失效，请重新登录后刷新。下面是 .* 时的列表/)).toBeDefined()
  expect(screen.getByText('第 1 页的证书')).toBeDefined()
})

test('after a logout nothing of the list is left', async () => {
  const { user } = await openListWith(sample())
  await rowOf('电子投标')
  await press(user, '退出登录')
  expect(await screen.findByText('登录后查看平台上的证书')).toBeDefined()
  expect(screen.queryByText('电子投标')).toBeNull()
})

test('without a platform the way leads to the settings', async () => {
  const user = await openList(createFakeDesktop({ account: {} }))
  expect(await screen.findByText('还没有设置平台地址')).toBeDefined()
  await press(user, '前往设置')
  expect(await screen.findByRole('heading', { name: '设置' })).toBeDefined()
})

test('offline, what was read is shown with its time, and can be asked for again', async () => {
  const desktop = createFakeDesktop()
  const readAt = '2026-12-20T01:30:00.000Z'
  desktop.answer(listChannel, ({ page }) => ({ ok: true, value: { ...pageWith([sample()], page), readAt } }))
  const user = await openList(desktop)
  await rowOf('电子投标')
  desktop.failOnce(listChannel, 'platform.unreachable')
  await press(user, '刷新列表')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('连不上平台')
  expect(alert.textContent).toContain(`下面是 ${localDateTime(new Date(readAt))} 时的列表`)
  expect(await rowOf('电子投标')).toBeDefined()
  await press(user, '重试')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('offline, what was read under other conditions is not taken for the answer', async () => {
  const { desktop, user } = await openListWith(sample())
  await rowOf('电子投标')
  desktop.failOnce(listChannel, 'platform.unreachable')
  await user.click(screen.getByText('过期'))
  expect((await screen.findByRole('alert')).textContent).not.toContain('时的列表')
  expect(screen.queryByText('电子投标')).toBeNull()
  expect(screen.getByRole('radiogroup', { name: '到期情况' })).toBeDefined()
})

test('a maintenance is told with its end, which is asked for', async () => {
  const desktop = createFakeDesktop()
  const until = '2026-12-20T04:00:00.000Z'
  desktop.failOnce(listChannel, 'platform.maintenance', { retryAfterSeconds: 7200 })
  // Only when the list has met the maintenance is it asked how long that lasts.
  const hasMet = () => desktop.calls.some(({ channel }) => channel === listChannel)
  desktop.answer('platform:check', () => ({
    ok: true,
    value: hasMet() ? { state: 'maintenance', until } : { state: 'available' },
  }))
  await openList(desktop)
  const end = localDateTime(new Date(until))
  expect(await screen.findByText(`维护预计到 ${end} 结束。`)).toBeDefined()
  expect(screen.queryByText(/7200/)).toBeNull()
  expect(screen.getByRole('region', { name: '账号' }).textContent).toContain(`平台维护中，至 ${end}`)
  expect(screen.getByRole('button', { name: '重试' })).toBeDefined()
})

test('while the list is read, its place is held', async () => {
  const desktop = createFakeDesktop()
  const answer = Promise.withResolvers<undefined>()
  const answerNow = desktop.bridge.invoke[listChannel]
  Object.assign(desktop.bridge.invoke, {
    [listChannel]: (query: { page: number }) => answer.promise.then(() => answerNow(query)),
  })
  await openList(desktop)
  expect(await screen.findByRole('status', { name: '正在读取列表' })).toBeDefined()
  await act(async () => {
    answer.resolve(undefined)
    await answer.promise
  })
  expect(await rowOf('电子投标')).toBeDefined()
  expect(screen.queryByRole('status', { name: '正在读取列表' })).toBeNull()
})
