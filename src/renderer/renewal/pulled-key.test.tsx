// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  sampleOverview,
  sampleRenewal,
  sampleSubSteps,
  sampleToken,
  type FakeDesktop,
} from '../../../tests/support/fake-desktop.ts'
import type { Overview, Renewal } from '../../shared/ipc/models.ts'
import { forgetApp } from '../testing/render-app.tsx'
import { press, resumeRenewal } from '../testing/wizard.ts'

afterEach(forgetApp)

const noKey = sampleOverview({ tokens: [], cards: [] })
const otherKey = sampleOverview({
  tokens: [sampleToken({ serialNumber: '9', cardNumber: '370100991234' })],
  cards: [],
})
const show = (desktop: FakeDesktop, overview: Overview) => act(() => desktop.emit('certificates:changed', overview))
const tell = (desktop: FakeDesktop, renewal: Renewal) => act(() => desktop.emit('renewal:changed', renewal))
const action = (name: string) => screen.findByRole('button', { name })
const writing = sampleRenewal({ state: 'issued', needsPin: false, subSteps: sampleSubSteps(5) })

test('a pulled key is asked back, another one is told apart, and the right one goes on', async () => {
  const { desktop, user } = await resumeRenewal(writing)
  await action('执行延期')
  show(desktop, noKey)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('请插回同一把 USB Key')
  expect(alert.textContent).toContain('卡号 3701 0088 2231')
  expect(alert.textContent).toContain('新证书已由平台保存，不会丢失；原证书没有改动。')
  expect(alert.querySelector('svg')).not.toBeNull()
  expect(screen.getByText('已完成 3 步，共 8 步')).toBeDefined()
  expect(await action('继续')).toHaveProperty('disabled', true)

  show(desktop, otherKey)
  expect((await screen.findByText('这不是刚才的那一把')).closest('[role=alert]')?.textContent).toContain(
    '现在插着的是卡号 3701 0099 1234。请拔下它，插回卡号 3701 0088 2231 的 USB Key。',
  )

  show(desktop, sampleOverview())
  expect(await screen.findByText('已重新插入，可以继续')).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
  await press(user, '继续')
  expect(await screen.findByRole('heading', { name: '延期成功' })).toBeDefined()
})

test('a failure that tells of a missing key is checked against the key itself', async () => {
  const { desktop } = await resumeRenewal(writing)
  await action('执行延期')
  desktop.answer('certificates:refresh', () => ({ ok: true, value: noKey }))
  tell(desktop, { ...writing, needsPin: true, failure: { code: 'token.absent' } })
  expect((await screen.findByRole('alert')).textContent).toContain('请插回同一把 USB Key')
  await waitFor(() => expect(desktop.calls.at(-1)?.channel).toBe('certificates:refresh'))
  show(desktop, sampleOverview())
  const status = (await screen.findByText('已重新插入，可以继续')).closest('[role=status]')
  expect(status?.textContent).toContain('继续之前需要再输入一次 PIN。')
  expect(screen.queryByText('没有检测到 USB Key')).toBeNull()
})

test('a key that is back already when the page opens can be gone on with, by its PIN', async () => {
  const { user } = await resumeRenewal({ ...writing, needsPin: true, failure: { code: 'token.absent' } })
  expect(await screen.findByText('已重新插入，可以继续')).toBeDefined()
  await press(user, '继续')
  expect(await screen.findByLabelText('PIN')).toBeDefined()
})

test('while the new key is made, nothing of the old certificate has changed', async () => {
  const { desktop } = await resumeRenewal(sampleRenewal({ state: 'key-intended' }))
  await action('初始化证书')
  show(desktop, noKey)
  expect((await screen.findByRole('alert')).textContent).toContain('原证书没有改动，仍在 USB Key 中。')
  show(desktop, sampleOverview())
  expect(await action('继续')).toHaveProperty('disabled', false)
})

test('a complaint of the driver about the pulled key is not a second failure', async () => {
  const { desktop } = await resumeRenewal({ ...writing, failure: { code: 'token.deviceError' } })
  expect(await screen.findByText('USB Key 出错')).toBeDefined()
  show(desktop, noKey)
  expect(await screen.findByText('请插回同一把 USB Key')).toBeDefined()
  expect(screen.queryByText('USB Key 出错')).toBeNull()
})

test('a driver that fails is not taken for a pulled key', async () => {
  const { desktop } = await resumeRenewal(writing)
  await action('执行延期')
  const failure = { code: 'token.crashed' } as const
  show(desktop, { ...noKey, modules: [{ path: '/x.so', name: 'x.so', state: 'failed', failure }] })
  expect((await screen.findByRole('alert')).textContent).toContain('驱动意外退出')
  expect(screen.queryByText('请插回同一把 USB Key')).toBeNull()
})

test('while keys are still being read, and during a review, no key is missed', async () => {
  const { desktop } = await resumeRenewal(writing)
  await action('执行延期')
  show(desktop, { ...noKey, complete: false })
  expect(await action('执行延期')).toHaveProperty('disabled', false)
  tell(desktop, sampleRenewal({ state: 'submitted', failure: { code: 'renewal.inReview' } }))
  show(desktop, noKey)
  expect(await screen.findByRole('heading', { name: '平台正在审核' })).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await action('刷新')).toHaveProperty('disabled', false)
})
