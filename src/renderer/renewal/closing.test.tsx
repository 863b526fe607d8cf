// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleRenewal } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const writing = sampleRenewal({ state: 'issued', busy: true })

async function askToClose() {
  const desktop = createFakeDesktop({ renewals: [writing] })
  const user = await renderApp(desktop)
  act(() => desktop.emit('app:closing', { renewalId: writing.id }))
  const dialog = await screen.findByRole('dialog', { name: '正在写入 USB Key，请等它完成' })
  const quits = () => desktop.calls.filter(({ channel }) => channel === 'app:quit').length
  return { desktop, user, dialog, quits }
}

test('closing while a key is written says what is safe, and waiting is the first choice', async () => {
  const { user, dialog, quits } = await askToClose()
  expect(within(dialog).getByText(/卡号 3701 0088 2231 .*证书不会丢失，下次打开程序会从断点继续/)).toBeDefined()
  const wait = within(dialog).getByRole('button', { name: '等待完成' })
  await waitFor(() => expect(document.activeElement).toBe(wait))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(quits()).toBe(0)
})

test('the program ends all the same when the user wants it to', async () => {
  const { user, desktop, quits } = await askToClose()
  desktop.failOnce('app:quit', 'internal')
  await press(user, '仍要退出')
  expect(await screen.findByText('代码 internal')).toBeDefined()
  await press(user, '仍要退出')
  await waitFor(() => expect(quits()).toBe(2))
})

test('once the writing has stopped, the question is a plain one', async () => {
  const { user, desktop, quits } = await askToClose()
  act(() => desktop.emit('renewal:changed', { ...writing, busy: false }))
  expect(await screen.findByRole('dialog', { name: 'USB Key 已停止写入' })).toBeDefined()
  await press(user, '退出程序')
  expect(quits()).toBe(1)
})
