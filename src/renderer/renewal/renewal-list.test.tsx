// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  inDays,
  newDates,
  sampleRenewal,
  sampleSubSteps,
} from '../../../tests/support/fake-desktop.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import type { RenewalState } from '../../shared/renewal-steps.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { openRenewals, press } from '../testing/wizard.ts'

afterEach(forgetApp)

const numbered = (number: number, changes: Partial<Renewal>) =>
  sampleRenewal({ id: `0b6c3f0e-6f7b-4e57-9d67-${String(number).padStart(12, '0')}`, ...changes })

test('each unfinished renewal says what is done, what is left and that nothing was lost', async () => {
  await openRenewals([
    numbered(1, { holder: '甲公司', state: 'verified' }),
    numbered(2, { holder: '乙公司', state: 'issued', subSteps: sampleSubSteps(5) }),
    numbered(3, { holder: '丙公司', kind: 'repair', state: 'confirmed', subSteps: sampleSubSteps(9) }),
  ])
  const card = async (holder: string) => (await screen.findByText(holder)).closest('article')?.textContent
  expect(await card('甲公司')).toMatch(
    /已完成：读取证书、短信验证还剩：初始化证书、执行延期、核对结果原证书没有改动，仍在 USB Key 中。/,
  )
  expect(await card('乙公司')).toMatch(
    /等待写入和验证已完成：读取证书、短信验证、初始化证书、执行延期（3\/8）还剩：执行延期、核对结果新证书已由平台保存，不会丢失/,
  )
  expect(await card('丙公司')).toMatch(/执行修复（7\/8）.*新证书已写入 USB Key 并由平台确认/)
})

const effects: Readonly<Partial<Record<RenewalState, RegExp>>> = {
  started: /还没有在平台下单成功/,
  verified: /^平台上的订单会取消。$/,
  submitted: /订单会取消，本次在 USB Key 里新生成的密钥会移除/,
  proved: /平台签发的新证书会作废，本次写入 USB Key 的新密钥和新证书会移除/,
}

test.each(Object.entries(effects))('giving up a renewal at %s says what will happen', async (state, words) => {
  const renewal = sampleRenewal({ state: state as RenewalState })
  const { desktop, user } = await openRenewals([renewal])
  await press(user, '放弃本次办理：济南示例科技有限公司')
  const dialog = within(await screen.findByRole('dialog', { name: '放弃本次延期' }))
  expect(dialog.getByText(words)).toBeDefined()
  expect(dialog.getByText(/原证书保留在 USB Key 中，不会改动/)).toBeDefined()
  const removesKey = state === 'submitted' || state === 'proved'
  expect(dialog.queryAllByText(/保持插着卡号 3701 0088 2231 的 USB Key/)).toHaveLength(removesKey ? 1 : 0)
  await user.click(dialog.getByRole('button', { name: '放弃本次延期' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'renewal:abandon', input: { renewalId: renewal.id } })
  expect(await screen.findByText(/已放弃延期 · 原证书没有改动/)).toBeDefined()
})

test('after the confirmation there is no giving up', async () => {
  const { user } = await openRenewals([sampleRenewal({ state: 'confirmed' })])
  await screen.findByRole('button', { name: /^继续上次延期/ })
  expect(screen.queryByRole('button', { name: /^放弃/ })).toBeNull()
  await press(user, /^继续上次延期/)
  await screen.findByRole('heading', { name: '执行延期' })
  expect(screen.queryByRole('button', { name: /^放弃/ })).toBeNull()
})

test('damaged records are told with the way back, and what can be read is still listed', async () => {
  const desktop = createFakeDesktop({ renewals: [sampleRenewal({ state: 'verified' })] })
  const at = inDays(-1)
  desktop.answer('renewal:damaged', () => ({ ok: true, value: [{ id: 'a.jsonl.damaged', at }] }))
  const user = await renderApp(desktop)
  await press(user, '延期与修复')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('有 1 份办理记录已损坏')
  expect(alert.textContent).toContain('程序会从平台和 USB Key 找回进度。')
  expect(alert.textContent).toContain(localDateTime(new Date(at)))
  expect(screen.getByRole('button', { name: /^继续上次延期/ })).toBeDefined()
})

test('one list that cannot be had does not hide the other', async () => {
  const desktop = createFakeDesktop({ renewals: [sampleRenewal({ state: 'verified' })] })
  desktop.failOnce('renewal:damaged', 'internal')
  const user = await renderApp(desktop)
  await press(user, '延期与修复')
  expect(await screen.findByRole('button', { name: /^继续上次延期/ })).toBeDefined()
  expect(screen.getByRole('alert').textContent).toContain('代码 internal')
})

test('the history is newest first, whole on demand, with a receipt for what was completed', async () => {
  const ended = (number: number, changes: Partial<Renewal> = {}) =>
    numbered(number, {
      holder: `单位 ${number}`,
      state: 'completed',
      new: newDates(),
      startedAt: inDays(-30 - number),
      finishedAt: inDays(number - 10),
      ...changes,
    })
  const { desktop, user } = await openRenewals(
    [1, 2, 3, 4, 5].map((n) => ended(n)).concat(ended(6, { state: 'abandoned' })),
  )
  const holders = () => screen.getAllByText(/^单位 \d$/).map(({ textContent }) => textContent)
  await screen.findByRole('heading', { name: '办理记录' })
  expect(holders()).toEqual(['单位 6', '单位 5', '单位 4', '单位 3', '单位 2'])
  await press(user, '显示全部 6 条')
  expect(holders().at(-1)).toBe('单位 1')
  expect(screen.queryByRole('button', { name: '保存回执（PDF）：单位 6' })).toBeNull()
  await press(user, '保存回执（PDF）：单位 4')
  expect(await screen.findByText('回执已保存：延期回执.pdf')).toBeDefined()
  expect(desktop.calls.at(-1)?.input).toEqual({ renewalId: numbered(4, {}).id })
  desktop.failOnce('renewal:save-receipt', 'renewal.receiptFailed')
  await press(user, '保存回执（PDF）：单位 2')
  const alert = await screen.findByRole('alert')
  expect(alert.closest('li')?.textContent).toContain('单位 2')
})
