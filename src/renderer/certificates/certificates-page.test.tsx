// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  inDays,
  sampleCard,
  sampleCertificate,
  sampleOverview,
  sampleRenewal,
  sampleToken,
} from '../../../tests/support/fake-desktop.ts'
import { calendarDaysUntil } from '../../shared/format/calendar-days.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function card(name: RegExp): Promise<HTMLElement> {
  return screen.findByRole('article', { name })
}

test('each status shows its words and the right main button', async () => {
  await renderApp(createFakeDesktop())
  const expiring = within(await card(/济南示例科技有限公司 ?即将到期/))
  expect(expiring.getByRole('button', { name: /^延期：/ })).toHaveProperty(
    'className',
    expect.stringContaining('primary'),
  )
  expect(expiring.getByText(String(calendarDaysUntil(new Date(inDays(26.5)), new Date())))).toBeDefined()
  const expired = within(await card(/李四 ?已过期/))
  expect(expired.getByRole('button', { name: '修复：李四' }).className).toContain('primary')
  expect(expired.getByText('天前过期')).toBeDefined()
  const valid = within(await card(/名{200} ?正常/))
  expect(valid.getByRole('button', { name: /^延期：/ }).className).not.toContain('primary')
  const future = within(await card(/青岛示例贸易有限公司 ?未生效/))
  expect(future.queryByRole('button', { name: /延期|修复/ })).toBeNull()
  expect(future.getByText(/还不能办理/)).toBeDefined()
  const garbage = within(await card(/无法识别的内容/))
  expect(garbage.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '代码 certificate.unreadable，查看说明',
    '查看详情',
  ])
  expect(garbage.getByText(/请不要删除它/)).toBeDefined()
})

test('a pair is one card with both certificates and both dates in local time', async () => {
  await renderApp(createFakeDesktop())
  const pair = within(await card(/济南示例科技有限公司/))
  expect(pair.getByText('签名证书')).toBeDefined()
  expect(pair.getByText('加密证书')).toBeDefined()
  expect(pair.getAllByText(localDateTime(new Date(inDays(26.5))))).toHaveLength(2)
  expect(pair.getByText('序列号 2C 41 8A 0A')).toBeDefined()
})

test('the details show every field of the card and close again', async () => {
  const user = await renderApp(createFakeDesktop())
  await user.click(within(await card(/李四/)).getByRole('button', { name: '查看详情' }))
  const drawer = within(await screen.findByRole('dialog'))
  for (const text of ['3701************12', '7F 03 11 C5', '数字签名、不可否认', '在 USB Key 中', 'mToken GM3000']) {
    expect(drawer.getByText(text)).toBeDefined()
  }
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('an export names the certificate and the format, and says where it went', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  const expired = within(await card(/李四/))
  await user.click(expired.getByRole('button', { name: '导出' }))
  await user.click(await screen.findByRole('menuitem', { name: '文本（PEM）' }))
  expect(await expired.findByText('已保存 证书.pem')).toBeDefined()
  expect(desktop.calls.at(-1)).toEqual({
    channel: 'certificates:export',
    input: { certificateId: 'b'.repeat(64), format: 'pem' },
  })
})

test('the menu of an export is opened, gone through and left by keyboard', async () => {
  const user = await renderApp(createFakeDesktop())
  const expired = within(await card(/李四/))
  const button = () => expired.getByRole('button', { name: '导出' })
  expect(button().getAttribute('aria-expanded')).toBe('false')
  button().focus()
  await user.keyboard('{Enter}')
  await expired.findByRole('menu')
  expect(button().getAttribute('aria-expanded')).toBe('true')
  expect(document.activeElement).toBe(button())
  await user.keyboard('{Tab}')
  await waitFor(() => expect(document.activeElement?.closest('[role=menu]')).not.toBeNull())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(button().getAttribute('aria-expanded')).toBe('false'))
  expect(document.activeElement).toBe(button())
})

test('the banner leads to the certificate that ends next', async () => {
  const user = await renderApp(createFakeDesktop())
  await user.click(await screen.findByRole('button', { name: '立即延期：济南示例科技有限公司' }))
  expect(await screen.findByRole('heading', { name: '请核对要办理的证书' })).toBeDefined()
})

test('a certificate whose renewal has begun offers to go on with it', async () => {
  await renderApp(createFakeDesktop({ renewals: [sampleRenewal({ state: 'key-made' })] }))
  expect(await screen.findByRole('button', { name: '继续上次办理：济南示例科技有限公司' })).toBeDefined()
})

test('what cannot be seen is named by its cause', async () => {
  const none = { tokens: [], cards: [] }
  await renderApp(createFakeDesktop({ overview: sampleOverview({ ...none, modules: [] }) }))
  expect(await screen.findByRole('heading', { name: '没有找到驱动' })).toBeDefined()
  forgetApp()
  await renderApp(createFakeDesktop({ overview: sampleOverview({ ...none, complete: false }) }))
  expect(await screen.findByText('正在读取 USB Key')).toBeDefined()
  forgetApp()
  const failure = { code: 'token.moduleWrongArchitecture' } as const
  const failed = { path: '/x.so', name: 'x.so', state: 'failed', failure } as const
  await renderApp(createFakeDesktop({ overview: sampleOverview({ ...none, modules: [failed] }) }))
  expect((await screen.findByRole('alert')).textContent).toContain('驱动不能在本程序里使用')
  forgetApp()
  await renderApp(createFakeDesktop({ overview: sampleOverview(none) }))
  expect(await screen.findByRole('heading', { name: '没有检测到 USB Key' })).toBeDefined()
  forgetApp()
  await renderApp(createFakeDesktop({ overview: sampleOverview({ cards: [] }) }))
  expect(await screen.findByRole('heading', { name: '这把 USB Key 里没有证书' })).toBeDefined()
})

test('plugging in and pulling out show as soon as main tells', async () => {
  const desktop = createFakeDesktop({ overview: sampleOverview({ tokens: [], cards: [] }) })
  await renderApp(desktop)
  expect((await screen.findByRole('status', { name: 'USB Key 状态' })).textContent).toBe('未检测到 USB Key')
  const tokens = [sampleToken(), sampleToken({ serialNumber: '88', cardNumber: '370100991234', label: '' })]
  const cards = [sampleCard([sampleCertificate('a', { notAfter: inDays(0.0001), status: 'expiring' })])]
  desktop.emit('certificates:changed', sampleOverview({ tokens, cards }))
  expect(await screen.findByText('已插入 2 把 USB Key')).toBeDefined()
  expect(screen.getByRole('heading', { name: /卡号 3701 0099 1234/ })).toBeDefined()
})

test('a module that failed is named beside the tokens that were found', async () => {
  const failed = { path: '/x.so', name: 'x.so', state: 'failed' } as const
  await renderApp(createFakeDesktop({ overview: sampleOverview({ modules: [failed] }) }))
  expect(await screen.findByText('有 1 个驱动不可用，可能有证书没有显示。')).toBeDefined()
})
