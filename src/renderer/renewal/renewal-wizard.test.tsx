// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  demoCode,
  demoPin,
  newDates,
  sampleOverview,
  sampleRenewal,
  sampleSms,
  sampleSubSteps,
  sampleToken,
  type FakeDesktop,
} from '../../../tests/support/fake-desktop.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press, resumeRenewal } from '../testing/wizard.ts'

afterEach(forgetApp)

const channelsOf = (desktop: FakeDesktop) =>
  desktop.calls
    .map(({ channel }) => channel)
    .filter((channel) => /^(renewal|account):(?!list|damaged|current)/.test(channel))

const pinState = (state: 'count-low' | 'final-try' | 'locked') =>
  sampleOverview({ tokens: [sampleToken({ pin: { state, minLength: 4, maxLength: 16 } })] })
const pinField = () => screen.findByLabelText<HTMLInputElement>('PIN')

test('the wizard goes from the certificate to the checked result', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  await press(user, '延期：济南示例科技有限公司')
  expect(await screen.findByText('原证书会保留到新证书验证通过之后。')).toBeDefined()
  await press(user, '下一步')
  await press(user, '获取验证码')
  expect(await screen.findByText(/验证码已发送到 138\*\*\*\*5678/)).toBeDefined()
  expect(screen.getByRole('button', { name: /秒后可重新获取/ })).toHaveProperty('disabled', true)
  for (const digit of demoCode) await user.keyboard(digit)
  await press(user, '初始化证书')
  await user.type(await pinField(), `${demoPin}{Enter}`)
  await press(user, '执行延期')
  expect(await screen.findByRole('heading', { name: '延期成功' })).toBeDefined()
  expect(screen.getByText(/从 USB Key 读回新证书，并用它签名、验证通过。旧的签名证书已移除。/)).toBeDefined()
  expect(screen.getByText(localDateTime(new Date(newDates().notAfter)))).toBeDefined()
  expect(screen.getByText('5E 90 17 D3')).toBeDefined()
  expect(channelsOf(desktop)).toEqual([
    'renewal:gate',
    'renewal:start',
    'renewal:request-sms',
    'renewal:verify-sms',
    'renewal:initialise',
    'renewal:execute',
  ])
  await press(user, '完成')
  expect(await screen.findByRole('heading', { name: '办理记录' })).toBeDefined()
})

test('a pasted code fills all boxes and is sent once', async () => {
  const { desktop } = await resumeRenewal(sampleRenewal({ sms: sampleSms() }))
  const third = await screen.findByLabelText('第 3 位，共 6 位')
  fireEvent.paste(third, { clipboardData: { getData: () => `验证码 ${demoCode}` } })
  expect(await screen.findByRole('heading', { name: '初始化证书' })).toBeDefined()
  expect(desktop.calls.filter(({ channel }) => channel === 'renewal:verify-sms')).toEqual([
    { channel: 'renewal:verify-sms', input: { renewalId: sampleRenewal().id, code: demoCode } },
  ])
})

test('a wrong code says how many tries are left and empties the boxes', async () => {
  const { user } = await resumeRenewal(sampleRenewal({ sms: sampleSms() }))
  await user.click(await screen.findByLabelText('第 1 位，共 6 位'))
  await user.keyboard('111111')
  expect((await screen.findByRole('alert')).textContent).toContain('还可以输入 4 次。')
  expect(screen.getByLabelText<HTMLInputElement>('第 6 位，共 6 位').value).toBe('')
})

test('a wrong PIN is told in the dialog, and the field is empty again', async () => {
  const { user, desktop } = await resumeRenewal(sampleRenewal({ state: 'verified' }), pinState('count-low'))
  await press(user, '初始化证书')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('卡号 3701 0088 2231')).toBeDefined()
  expect(dialog.getByText(/再输错可能会锁定/)).toBeDefined()
  await user.type(await pinField(), '0000{Enter}')
  expect(await dialog.findByText('PIN 不正确')).toBeDefined()
  expect((await pinField()).value).toBe('')
  expect(desktop.calls.filter(({ channel }) => channel === 'renewal:initialise')).toHaveLength(1)
})

test.each([
  [undefined, 'PIN 为 4 至 16 位。只使用这一次，不会保存。'],
  [false, '只使用这一次，不会保存。'],
])('how long a PIN is is said only where the key tells it (%s)', async (areLimitsTold, hint) => {
  const pin = { state: 'ok', minLength: 4, maxLength: 16, areLimitsTold } as const
  const overview = sampleOverview({ tokens: [sampleToken({ pin })] })
  const { user } = await resumeRenewal(sampleRenewal({ state: 'verified' }), overview)
  await press(user, '初始化证书')
  const { nextElementSibling } = (await pinField()).parentElement ?? document.body
  expect(nextElementSibling?.textContent).toBe(hint)
})

test('the last try has to be confirmed in words before the PIN is sent', async () => {
  const { user, desktop } = await resumeRenewal(sampleRenewal({ state: 'verified' }), pinState('final-try'))
  await press(user, '初始化证书')
  const sentence = await screen.findByLabelText(/我知道再输错会锁定/)
  await waitFor(() => expect(document.activeElement).toBe(sentence))
  await user.type(await pinField(), `${demoPin}{Enter}`)
  expect(channelsOf(desktop)).toEqual([])
  const submit = screen.getByRole('button', { name: '使用 PIN 继续' })
  expect(submit).toHaveProperty('disabled', true)
  await user.type(sentence, '我知道再输错会锁定')
  await user.click(submit)
  expect(await screen.findByRole('button', { name: '执行延期' })).toBeDefined()
})

test('a locked token takes no PIN and shows the way out', async () => {
  const { user } = await resumeRenewal(sampleRenewal({ state: 'verified' }), pinState('locked'))
  await press(user, '初始化证书')
  expect(await screen.findByText(/不再接受 PIN。证书还在/)).toBeDefined()
  expect(screen.queryByLabelText('PIN')).toBeNull()
})

test('execution that needs the PIN asks for it first', async () => {
  const { user, desktop } = await resumeRenewal(sampleRenewal({ state: 'key-made', needsPin: true }))
  await press(user, '执行延期')
  await user.type(await pinField(), `${demoPin}{Enter}`)
  expect(await screen.findByRole('heading', { name: '延期成功' })).toBeDefined()
  expect(desktop.calls.at(-1)?.input).toEqual({ renewalId: sampleRenewal().id, pin: demoPin })
})

test('an execution that stopped for the PIN asks and goes on', async () => {
  const waiting = sampleRenewal({ state: 'submitted', needsPin: true, failure: { code: 'renewal.inReview' } })
  const { user, desktop } = await resumeRenewal(waiting)
  expect(await screen.findByRole('heading', { name: '平台正在审核' })).toBeDefined()
  desktop.answer('renewal:execute', () => ({ ok: true, value: sampleRenewal({ state: 'issued', needsPin: true }) }))
  await press(user, '刷新')
  expect(await pinField()).toBeDefined()
})

test('progress is shown as main tells it, with durations', async () => {
  const { desktop } = await resumeRenewal(sampleRenewal({ state: 'key-made', needsPin: false }))
  await screen.findByRole('button', { name: '执行延期' })
  desktop.emit(
    'renewal:changed',
    sampleRenewal({ state: 'submitted', busy: true, subSteps: sampleSubSteps(3, 'running') }),
  )
  expect(await screen.findByText('0.7 秒')).toBeDefined()
  const bar = screen.getByRole('progressbar')
  expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '8'])
})

test('a failure keeps its cause, its code and a way to try again', async () => {
  const failure = { code: 'token.deviceError', details: { ckr: 'CKR_DEVICE_ERROR' } } as const
  await resumeRenewal(sampleRenewal({ state: 'issued', needsPin: false, failure }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('代码 token.deviceError · CKR_DEVICE_ERROR')
  expect(screen.getByRole('button', { name: '重试' })).toBeDefined()
})

test('giving up is asked for once and names what stays', async () => {
  const { user, desktop } = await resumeRenewal(sampleRenewal({ state: 'verified' }))
  await press(user, '放弃本次办理')
  expect(await screen.findByText(/原证书保留在 USB Key 中/)).toBeDefined()
  expect(channelsOf(desktop)).toEqual([])
  await press(user, '放弃本次延期')
  expect(await screen.findByRole('heading', { name: '本次延期已放弃' })).toBeDefined()
})

test('a result that was not proved does not say so', async () => {
  const completed = sampleRenewal({ state: 'completed', new: newDates(), needsPin: false })
  const desktop = createFakeDesktop({ renewals: [completed] })
  const user = await renderApp(desktop)
  await press(user, '延期与修复')
  await press(user, /^查看结果/)
  expect(await screen.findByText(/没有新证书的验证记录/)).toBeDefined()
  expect(screen.queryByText(/验证通过/)).toBeNull()
})
