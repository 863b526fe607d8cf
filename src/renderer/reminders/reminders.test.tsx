// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  inDays,
  sampleCard,
  sampleCertificate,
  sampleOverview,
  type FakeDesktop,
} from '../../../tests/support/fake-desktop.ts'
import { sampleRemembered, sampleReport } from '../../../tests/support/sample-reminders.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function openPanel(desktop: FakeDesktop) {
  const user = await renderApp(desktop)
  await user.click(screen.getByRole('button', { name: '设置' }))
  const heading = await screen.findByRole('heading', { name: '到期提醒' })
  await screen.findByRole('heading', { name: '记住的证书' })
  return { user, panel: within(heading.closest('section') ?? document.body) }
}

const inputs = (desktop: FakeDesktop, channel: string) =>
  desktop.calls.filter((call) => call.channel === channel).map(({ input }) => input)

test('the panel shows what is remembered, and why the last days cannot be silenced', async () => {
  const desktop = createFakeDesktop()
  const { user, panel } = await openPanel(desktop)
  const rows = panel.getAllByRole('listitem')
  expect(rows.map((row) => within(row).getByText(/还有|过期/).textContent)).toEqual(['还有 3 天到期', '还有 27 天到期'])
  expect(within(rows[0] ?? document.body).getByText('最后 7 天不能关闭提醒，以免错过。')).toBeDefined()
  expect(panel.queryByRole('button', { name: '最后 7 天前不提醒：李*' })).toBeNull()
  await user.click(panel.getByRole('button', { name: '最后 7 天前不提醒：济南****公司' }))
  expect(await panel.findByText('7 天前不提醒')).toBeDefined()
  await user.click(panel.getByRole('button', { name: '恢复提醒：济南****公司' }))
  expect(inputs(desktop, 'reminders:mute')).toEqual([
    { fingerprint: 'a'.repeat(64), isMuted: true },
    { fingerprint: 'a'.repeat(64), isMuted: false },
  ])
})

test('one is forgotten, then all, and the list says that it is empty', async () => {
  const desktop = createFakeDesktop()
  const { user, panel } = await openPanel(desktop)
  await user.click(panel.getByRole('button', { name: '忘记：李*' }))
  expect(panel.getAllByRole('listitem')).toHaveLength(1)
  act(() => desktop.emit('reminders:changed', sampleReport()))
  await user.click(panel.getByRole('button', { name: '全部忘记' }))
  expect(panel.getByText('还没有记住的证书。插入 USB Key 后自动记住。')).toBeDefined()
  expect(panel.getByRole('button', { name: '导出日历' })).toHaveProperty('disabled', true)
})

test('what is chosen is told to main, and what fails is shown', async () => {
  const desktop = createFakeDesktop()
  const { user, panel } = await openPanel(desktop)
  await user.click(panel.getByRole('checkbox', { name: '提醒证书到期' }))
  await user.click(panel.getByRole('checkbox', { name: '关闭窗口后继续在后台提醒' }))
  expect(inputs(desktop, 'reminders:save')).toEqual([{ isOn: false }, { staysInBackground: true }])
  desktop.failOnce('reminders:start-at-login', 'reminders.loginItemFailed')
  await user.click(panel.getByRole('checkbox', { name: '开机时启动' }))
  expect(await panel.findByText('开机时启动没有设置成功')).toBeDefined()
  expect(panel.getByRole('checkbox', { name: '开机时启动' })).toHaveProperty('checked', false)
  await user.click(panel.getByRole('button', { name: '导出日历' }))
  expect(await panel.findByText(/^已保存 证书到期日历.ics。/)).toBeDefined()
})

test('a program that is not installed does not start at login', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('reminders:report', () => ({ ok: true, value: sampleReport({ startsAtLogin: 'unavailable' }) }))
  const { panel } = await openPanel(desktop)
  expect(panel.getByRole('checkbox', { name: '开机时启动' })).toHaveProperty('disabled', true)
  expect(panel.getByText('安装后的程序才能使用。')).toBeDefined()
})

const asked = { id: 'a'.repeat(64), holder: '济南****公司', cardNumber: '****2231' }

test('a reminder leads to the renewal of its certificate', async () => {
  const desktop = createFakeDesktop()
  await renderApp(desktop)
  await screen.findByRole('article', { name: /济南示例科技有限公司 ?即将到期/ })
  act(() => desktop.emit('reminders:asked', { certificate: asked }))
  expect(await screen.findByRole('heading', { name: '请核对要办理的证书' })).toBeDefined()
  expect(inputs(desktop, 'renewal:gate')).toEqual([{ certificateId: asked.id }])
})

test('without its key a reminder leads to 我的证书, which asks for the key until it is there', async () => {
  const desktop = createFakeDesktop({ overview: sampleOverview({ tokens: [], cards: [] }) })
  const user = await renderApp(desktop)
  const words = '请插入卡号 ****2231 的 USB Key（济南****公司），插好后在证书上点延期或修复。'
  act(() => desktop.emit('reminders:asked', { certificate: asked }))
  expect(await screen.findByText(words)).toBeDefined()
  act(() => desktop.emit('certificates:changed', sampleOverview()))
  expect(screen.queryByText(words)).toBeNull()
  act(() => desktop.emit('certificates:changed', sampleOverview({ tokens: [], cards: [] })))
  await user.click(await screen.findByRole('button', { name: '知道了' }))
  expect(screen.queryByText(words)).toBeNull()
})

test('a certificate that the platform renews later is not urged, and says from when on', async () => {
  const renewableFrom = inDays(5)
  const certificate = sampleCertificate('a', { status: 'expiring', notAfter: inDays(80), renewableFrom })
  await renderApp(createFakeDesktop({ overview: sampleOverview({ cards: [sampleCard([certificate])] }) }))
  const card = within(await screen.findByRole('article', { name: /济南示例科技有限公司/ }))
  expect(card.getByText(`平台自 ${localDateTime(new Date(renewableFrom))} 起受理延期`)).toBeDefined()
  expect(card.getByRole('button', { name: /^延期：/ }).className).not.toContain('primary')
  expect(screen.queryByRole('region', { name: '立即延期' })).toBeNull()
})

test('one of the last days is told by its end', async () => {
  const desktop = createFakeDesktop()
  const ended = sampleRemembered('c', -2, { holder: '王*' })
  desktop.answer('reminders:report', () => ({ ok: true, value: sampleReport({ certificates: [ended] }) }))
  const { panel } = await openPanel(desktop)
  expect(panel.getByText('已过期 2 天')).toBeDefined()
})
