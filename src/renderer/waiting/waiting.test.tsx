// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleRenewal, sampleSubSteps } from '../../../tests/support/fake-desktop.ts'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import { localTimeToSecond } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press, resumeRenewal } from '../testing/wizard.ts'

afterEach(forgetApp)

const until = new Date(Date.now() + 115_000)
const question = /请查看是否有驱动自己的密码框（可能在本窗口后面或任务栏里）/

function sampleWaiting(changes: Partial<TokenWaiting> = {}): TokenWaiting {
  return {
    ...{ id: '6b1f6a52-1111-4c1e-9d67-3f0f0a5f3c11', isOver: false, kind: 'read', canStop: true },
    ...{ moduleName: 'gm3000_pkcs11.so', until: until.toISOString() },
    ...changes,
  }
}

test('on any page it is told what to look for, which driver it is, and until when it is waited', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  expect(screen.queryByText(question)).toBeNull()
  desktop.emit('token:waiting', sampleWaiting({ tokenSerialNumber: '370100882231' }))
  const notice = await screen.findByText(question)
  expect(notice.textContent).toContain('程序正在读取 USB Key')
  expect(screen.getByText('USB Key 3701 0088 2231 · 驱动 gm3000_pkcs11.so')).toBeDefined()
  expect(screen.getByText(`最晚等到 ${localTimeToSecond(until)}。`)).toBeDefined()
  await press(user, '设置')
  expect(await screen.findByText(question)).toBeDefined()
  desktop.emit('token:waiting', sampleWaiting({ isOver: true }))
  await waitFor(() => expect(screen.queryByText(question)).toBeNull())
})

test('what was waited for before the page was there is shown too', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('token:list-waiting', () => ({ ok: true, value: [sampleWaiting()] }))
  await renderApp(desktop)
  expect(await screen.findByText(question)).toBeDefined()
})

test('more time can be asked for again and again, and what harms nothing can be stopped', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  const { id: waitId } = sampleWaiting()
  desktop.emit('token:waiting', sampleWaiting())
  await press(user, '再等 2 分钟')
  const later = new Date(until.getTime() + 120_000)
  desktop.emit('token:waiting', sampleWaiting({ until: later.toISOString() }))
  expect(await screen.findByText(`最晚等到 ${localTimeToSecond(later)}。`)).toBeDefined()
  expect(screen.getAllByText(question)).toHaveLength(1)
  await press(user, '再等 2 分钟')
  await press(user, '停止等待')
  expect(desktop.calls.slice(-3)).toEqual([
    { channel: 'token:wait-longer', input: { waitId } },
    { channel: 'token:wait-longer', input: { waitId } },
    { channel: 'token:stop-waiting', input: { waitId } },
  ])
})

test('a write cannot be stopped, and is told not to be interrupted', async () => {
  const desktop = createFakeDesktop()
  await renderApp(desktop)
  desktop.emit('token:waiting', sampleWaiting({ kind: 'write', canStop: false }))
  expect((await screen.findByText(question)).textContent).toContain('请不要拔出')
  expect(screen.queryByRole('button', { name: '停止等待' })).toBeNull()
  expect(screen.getByRole('button', { name: '再等 2 分钟' })).toBeDefined()
})

test('it is told once, where the user waits: in the step, and in the PIN form above it', async () => {
  const renewal = sampleRenewal({ state: 'verified', needsPin: true, subSteps: sampleSubSteps(0) })
  const { desktop, user } = await resumeRenewal(renewal)
  desktop.emit('token:waiting', sampleWaiting({ kind: 'unlock' }))
  await screen.findByText(question)
  expect(screen.getAllByText(question)).toHaveLength(1)
  await press(user, '初始化证书')
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(question)).toBeDefined()
  expect(screen.getAllByText(question)).toHaveLength(1)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText(question)).toBeDefined()
})
