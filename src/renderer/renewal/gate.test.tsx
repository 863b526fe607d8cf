// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  sampleCard,
  sampleCertificate,
  sampleOverview,
  sampleRenewal,
  type FakeDesktop,
} from '../../../tests/support/fake-desktop.ts'
import { sampleGate } from '../../../tests/support/sample-gate.ts'
import type { Gate } from '../../shared/ipc/models-gate.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const certificateId = 'a'.repeat(64)
const next = () => screen.findByRole('button', { name: '下一步' })
const row = async (name: string) => {
  const rows = await screen.findAllByRole('listitem')
  const found = rows.find((item) => item.textContent.startsWith(name))
  if (found === undefined) throw new Error(`no row ${name}`)
  return within(found)
}
const callsOf = (desktop: FakeDesktop, channel: string) =>
  desktop.calls.filter((call) => call.channel === channel).map(({ input }) => input)

/** The first step of the wizard, with this gate. */
async function openGate(gate: Gate, renewals = [] as Parameters<typeof sampleRenewal>[0][]) {
  const desktop = createFakeDesktop({ renewals: renewals.map(sampleRenewal) })
  desktop.answer('renewal:gate', () => ({ ok: true, value: gate }))
  const user = await renderApp(desktop)
  await press(user, '延期：济南示例科技有限公司')
  return { desktop, user }
}

test('every check is shown with its state in words, and an open gate lets through', async () => {
  const { desktop } = await openGate(
    sampleGate({}, [
      { name: 'pin', state: 'attention', failure: { code: 'token.pinCountLow' } },
      { name: 'room', state: 'unknown', failure: { code: 'token.roomUnknown' } },
      { name: 'clock', state: 'unknown' },
      { name: 'order', state: 'not-applicable' },
    ]),
  )
  expect(await screen.findByText('可以办理，请先看一下：PIN。')).toBeDefined()
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  const checks = rows.filter((text) => /(正常|需注意|阻断|无法判断|不适用)/.test(text))
  expect(checks.map((text) => text.replace(/(正常|需注意|阻断|无法判断|不适用).*/, ' $1'))).toEqual([
    '驱动 正常',
    'USB Key 正常',
    '私钥 正常',
    'PIN 需注意',
    '空间 无法判断',
    '冲突程序 正常',
    '平台 正常',
    '电脑时间 无法判断',
    '办理记录 不适用',
  ])
  expect((await row('电脑时间')).getByText('没有平台的时间可以核对。')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', false)
  expect(callsOf(desktop, 'renewal:gate')).toEqual([{ certificateId }])
})

test.each([
  ['skf', 1],
  ['pkcs11', 0],
] as const)(
  'before a renewal by %s begins it is said %i times that no real key was tried that way',
  async (spoken, count) => {
    const certificate = sampleCertificate('a', { interface: spoken })
    const desktop = createFakeDesktop({ overview: sampleOverview({ cards: [sampleCard([certificate])] }) })
    const user = await renderApp(desktop)
    await press(user, '延期：济南示例科技有限公司')
    await next()
    expect(screen.queryAllByText(/尚未用真实的 USB Key 实测/)).toHaveLength(count)
  },
)

test('a blocked check says why and what to do, and a new check opens the gate', async () => {
  const failure = { code: 'renewal.clockSkew', details: { seconds: 431 } } as const
  const { desktop, user } = await openGate(sampleGate({}, [{ name: 'clock', state: 'blocked', failure }]))
  expect(await screen.findByText('有 1 项阻断：电脑时间。处理好后请点重新检测。')).toBeDefined()
  const clock = await row('电脑时间')
  expect(clock.getByText('电脑时间不准')).toBeDefined()
  expect(clock.getByText(/相差约 7 分钟。请在系统的日期和时间设置里打开自动设置时间/)).toBeDefined()
  expect(clock.getByText('代码 renewal.clockSkew')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', true)
  desktop.answer('renewal:gate', () => ({ ok: true, value: sampleGate() }))
  await user.click(clock.getByRole('button', { name: '重新检测：电脑时间' }))
  expect(await screen.findByText('检查通过，可以办理。')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', false)
  expect(callsOf(desktop, 'renewal:gate')).toHaveLength(2)
})

test('a platform that is not set leads to the settings, and coming back checks anew', async () => {
  const failure = { code: 'platform.notConfigured' } as const
  const { desktop, user } = await openGate(sampleGate({}, [{ name: 'platform', state: 'blocked', failure }]))
  await user.click((await row('平台')).getByRole('button', { name: '前往设置' }))
  expect(await screen.findByRole('heading', { name: '设置' })).toBeDefined()
  await press(user, '延期与修复')
  expect(await screen.findByText(/^有 1 项阻断/)).toBeDefined()
  expect(callsOf(desktop, 'renewal:gate')).toHaveLength(2)
})

test('a renewal under way is gone on with instead of begun again', async () => {
  const { id } = sampleRenewal()
  const failure = { code: 'renewal.otherActive' } as const
  const { user } = await openGate(sampleGate({}, [{ name: 'order', state: 'blocked', failure, renewalId: id }]), [
    { state: 'verified', old: { ...sampleRenewal().old, serialNumber: 'FF' } },
  ])
  await user.click((await row('办理记录')).getByRole('button', { name: '继续上次办理' }))
  expect(await screen.findByRole('heading', { name: '初始化证书' })).toBeDefined()
})

test('nothing goes on while the check runs or after it has failed', async () => {
  const desktop = createFakeDesktop()
  desktop.failOnce('renewal:gate', 'token.timeout')
  const user = await renderApp(desktop)
  await press(user, '延期：济南示例科技有限公司')
  expect((await screen.findByRole('alert')).textContent).toContain('USB Key 没有响应')
  expect(screen.getByText('检查没有完成，请重新检测。')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', true)
  await press(user, '重新检测')
  await waitFor(async () => expect(await next()).toHaveProperty('disabled', false))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an answer that a later check has overtaken is not shown', async () => {
  const { desktop, user } = await openGate(sampleGate())
  expect(await screen.findByText('检查通过，可以办理。')).toBeDefined()
  const pending: ((gate: Gate) => void)[] = []
  const slow = () =>
    new Promise((resolve) => {
      pending.push((value) => resolve({ ok: true, value }))
    })
  const answer = (index: number, gate: Gate) => act(() => Promise.resolve(pending[index]?.(gate)))
  Object.assign(window, {
    desktop: { ...desktop.bridge, invoke: { ...desktop.bridge.invoke, 'renewal:gate': slow } },
  })
  await press(user, '重新检测')
  expect(await screen.findByText('正在检查')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', true)
  // The key is pulled out and put back meanwhile: the step asks anew.
  for (const overview of [sampleOverview({ tokens: [], cards: [] }), sampleOverview()]) {
    act(() => desktop.emit('certificates:changed', overview))
  }
  await answer(1, sampleGate({}, [{ name: 'platform', state: 'blocked', failure: { code: 'platform.timeout' } }]))
  expect(screen.getByText(/^有 1 项阻断/)).toBeDefined()
  await answer(0, sampleGate())
  expect(screen.getByText(/^有 1 项阻断/)).toBeDefined()
  expect(pending).toHaveLength(2)
})

test('open bids are asked about, explained, and told to main', async () => {
  const { desktop, user } = await openGate(sampleGate({ asksForOpenBids: true }))
  const question = within(await screen.findByRole('group', { name: '有尚未开标的加密投标文件吗？' }))
  expect(await next()).toHaveProperty('disabled', true)
  await user.click(question.getByRole('radio', { name: '有' }))
  expect(question.getByText(/新的加密密钥打不开之前加密的投标文件。旧加密证书会保留在 USB Key 上/)).toBeDefined()
  expect(await next()).toHaveProperty('disabled', true)
  await user.click(question.getByRole('checkbox', { name: '我已了解' }))
  await press(user, '下一步')
  await screen.findByRole('button', { name: '获取验证码' })
  expect(callsOf(desktop, 'renewal:start')).toEqual([{ certificateId, hasOpenBids: true }])
})

test('without open bids nothing more is asked, and without the question nothing is told', async () => {
  const { desktop, user } = await openGate(sampleGate({ asksForOpenBids: true }))
  await user.click(await screen.findByRole('radio', { name: '没有' }))
  expect(screen.queryByRole('checkbox')).toBeNull()
  await press(user, '下一步')
  await screen.findByRole('button', { name: '获取验证码' })
  expect(callsOf(desktop, 'renewal:start')).toEqual([{ certificateId, hasOpenBids: false }])
  forgetApp()
  const unasked = await openGate(sampleGate())
  await press(unasked.user, '下一步')
  await screen.findByRole('button', { name: '获取验证码' })
  expect(screen.queryByRole('radio')).toBeNull()
  expect(callsOf(unasked.desktop, 'renewal:start')).toEqual([{ certificateId }])
})

const running = { name: 'conflicts', state: 'attention', failure: { code: 'token.busy' } } as const

test('a program that may be in the way is named, and going on has to be agreed to', async () => {
  const gate = sampleGate({}, [{ ...running, subject: '某省 CA 证书助手' }])
  const { desktop, user } = await openGate(gate)
  expect(await screen.findByText(/^某省 CA 证书助手 可能占用 USB Key，导致新证书写不进去。/)).toBeDefined()
  expect((await row('某省 CA 证书助手')).getByText('需注意')).toBeDefined()
  expect(await next()).toHaveProperty('disabled', true)
  await user.click(screen.getByRole('checkbox', { name: '我已知道，继续办理' }))
  expect(await next()).toHaveProperty('disabled', false)
  // What was agreed to holds for what was found then.
  await press(user, '重新检测')
  await waitFor(() => expect(callsOf(desktop, 'renewal:gate')).toHaveLength(2))
  expect(screen.getByRole('checkbox', { name: '我已知道，继续办理' })).toHaveProperty('checked', false)
  expect(await next()).toHaveProperty('disabled', true)
})

test('nothing can be agreed to where something blocks, and there is more to see elsewhere', async () => {
  const failure = { code: 'token.pinLocked' } as const
  const gate = sampleGate({}, [running, { name: 'pin', state: 'blocked', failure }])
  const { user } = await openGate(gate)
  expect(await screen.findByText(/^有 1 项阻断/)).toBeDefined()
  expect(screen.queryByRole('checkbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: '查看环境检测' }))
  expect(await screen.findByRole('heading', { name: '环境检测' })).toBeDefined()
})
