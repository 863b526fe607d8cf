// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview, sampleToken } from '../../../tests/support/fake-desktop.ts'
import { samplePin, sampleSecurityOfficerPin } from '../../../tests/support/sample-pin.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { usePins } from './pin-store.ts'

afterEach(forgetApp)

type Pin = ReturnType<typeof sampleToken>['pin']

async function openDialog(pin: Partial<Pin> = {}) {
  const token = sampleToken({ pin: { state: 'ok', minLength: 4, maxLength: 16, ...pin } })
  const desktop = createFakeDesktop({ overview: sampleOverview({ tokens: [token] }) })
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: /^PIN 管理/ }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = (label: string) => dialog.getByLabelText<HTMLInputElement>(label)
  return {
    desktop,
    user,
    dialog,
    field,
    submit: () => dialog.getByRole<HTMLButtonElement>('button', { name: '修改 PIN' }),
  }
}

test('names the token, ticks the rules as they are kept, and lets nothing out before', async () => {
  const { user, dialog, field, submit, desktop } = await openDialog()
  expect(dialog.getByText('卡号 3701 0088 2231')).toBeDefined()
  expect(dialog.getByText(/驱动没有报告剩余次数/)).toBeDefined()
  const ticks = () => dialog.getAllByRole('listitem').map(({ textContent }) => textContent)
  await waitFor(() => expect(ticks().every((text) => text.endsWith('未满足'))).toBe(true))
  await user.type(field('原 PIN'), samplePin)
  await user.type(field('新 PIN'), '123456')
  expect(ticks().filter((text) => text.endsWith('未满足'))).toEqual([
    ...['不是常见的初始 PIN未满足', '不是重复或连续的字符未满足', '两次输入一致未满足'],
  ])
  expect(submit().disabled).toBe(true)
  await user.type(field('再输入一次新 PIN'), '123456{Enter}')
  expect(desktop.calls.some(({ channel }) => channel === 'pin:change')).toBe(false)
  await user.clear(field('新 PIN'))
  await user.type(field('新 PIN'), samplePin)
  expect(ticks()).toContain('与原 PIN 不同未满足')
})

test('asks how the PIN stands when it opens: another program may have used up tries since', async () => {
  const { desktop, dialog } = await openDialog()
  const token = sampleToken({ pin: { state: 'final-try', minLength: 4, maxLength: 16 } })
  expect(desktop.calls.filter(({ channel }) => channel === 'certificates:refresh').map(({ input }) => input)).toEqual([
    { purpose: 'pin-form' },
  ])
  act(() => desktop.emit('certificates:changed', sampleOverview({ tokens: [token] })))
  expect(await dialog.findByText(/最后一次/)).toBeDefined()
})

test('tells how many tries are left, where the key tells the number', async () => {
  const { dialog, desktop } = await openDialog({ triesLeft: 7 })
  expect(dialog.getByText(/^还可以试 7 次/)).toBeDefined()
  expect(dialog.queryByText(/驱动没有报告剩余次数/)).toBeNull()
  const token = sampleToken({ pin: { state: 'count-low', minLength: 4, maxLength: 16, triesLeft: 2 } })
  act(() => desktop.emit('certificates:changed', sampleOverview({ tokens: [token] })))
  expect(await dialog.findByText(/^还可以试 2 次。PIN 之前输错过/)).toBeDefined()
})

test('changes the PIN by keyboard, keeps none, and says what was checked', async () => {
  const { desktop, user, dialog, field } = await openDialog()
  await waitFor(() => expect(document.activeElement).toBe(field('原 PIN')))
  await user.keyboard(samplePin)
  await user.type(field('新 PIN'), 'Kite-5927')
  await user.type(field('再输入一次新 PIN'), 'Kite-5927{Enter}')
  expect(await dialog.findByText('PIN 已修改')).toBeDefined()
  expect(dialog.getByText(/已用新 PIN 登录 USB Key 验证通过/)).toBeDefined()
  const asked = desktop.calls.find(({ channel }) => channel === 'pin:change')
  expect(asked?.input).toEqual({ tokenSerialNumber: '370100882231', pin: samplePin, newPin: 'Kite-5927' })
  const kept = JSON.stringify(usePins.getState()) + document.body.innerHTML
  expect([samplePin, 'Kite-5927'].filter((secret) => kept.includes(secret))).toEqual([])
  await user.click(dialog.getByRole('button', { name: '完成' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a wrong PIN is said where it was typed, and no field keeps what was sent', async () => {
  const { user, dialog, field } = await openDialog()
  await user.type(field('原 PIN'), '999999')
  await user.type(field('新 PIN'), 'Kite-5927')
  await user.type(field('再输入一次新 PIN'), 'Kite-5927{Enter}')
  expect(await dialog.findByText('PIN 不正确')).toBeDefined()
  expect(['原 PIN', '新 PIN', '再输入一次新 PIN'].map((label) => field(label).value)).toEqual(['', '', ''])
  expect(JSON.stringify(usePins.getState())).not.toMatch(/999999|Kite-5927/)
})

test('the last try is typed out before it is made', async () => {
  const { user, dialog, field, submit } = await openDialog({ state: 'final-try' })
  await user.type(field('原 PIN'), samplePin)
  await user.type(field('新 PIN'), 'Kite-5927')
  await user.type(field('再输入一次新 PIN'), 'Kite-5927')
  expect(submit().disabled).toBe(true)
  await user.type(dialog.getByLabelText(/请输入“我知道再输错会锁定”/), '我知道再输错会锁定')
  expect(submit().disabled).toBe(false)
})

test('capitals that are locked are said', async () => {
  const { dialog, field } = await openDialog()
  fireEvent.keyUp(field('原 PIN'), { key: 'A', modifierCapsLock: true })
  expect(await dialog.findByText('大写锁定已打开。')).toBeDefined()
})

test('a locked key shows the way to help first, and the form only to whom has the PIN for it', async () => {
  const { desktop, user, dialog, field } = await openDialog({ state: 'locked', securityOfficer: 'ok' })
  expect(dialog.getByText(/USB Key 已锁定。证书还在/)).toBeDefined()
  expect(dialog.getByText(/^带什么：/)).toBeDefined()
  expect(dialog.queryByLabelText('管理员 PIN')).toBeNull()
  await user.click(dialog.getByRole('checkbox'))
  await user.type(field('管理员 PIN'), '99999999')
  await user.type(field('新 PIN'), 'Kite-5927')
  await user.type(field('再输入一次新 PIN'), 'Kite-5927{Enter}')
  expect(await dialog.findByText('管理员 PIN 不正确')).toBeDefined()
  await user.type(field('管理员 PIN'), sampleSecurityOfficerPin)
  await user.type(field('新 PIN'), 'Kite-5927')
  await user.type(field('再输入一次新 PIN'), 'Kite-5927{Enter}')
  expect(await dialog.findByText('PIN 已修改')).toBeDefined()
  expect(desktop.calls.filter(({ channel }) => channel === 'pin:unblock')).toHaveLength(2)
})

test('a 管理员 PIN that is locked is not asked for', async () => {
  const { dialog } = await openDialog({ state: 'locked', securityOfficer: 'locked' })
  expect(dialog.getByText(/管理员 PIN 已锁定/)).toBeDefined()
  expect(dialog.queryByRole('checkbox')).toBeNull()
})

test('a PIN that everybody knows is said at its token, with the button that changes it', async () => {
  const known = sampleToken({ pin: { state: 'ok', minLength: 4, maxLength: 16, isKnown: true } })
  const user = await renderApp(createFakeDesktop({ overview: sampleOverview({ tokens: [known] }) }))
  expect(await screen.findByText(/请尽快修改 PIN/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '修改 PIN' }))
  expect(await screen.findByRole('dialog', { name: 'PIN 管理' })).toBeDefined()
})
