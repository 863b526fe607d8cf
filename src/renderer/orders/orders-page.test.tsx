// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  newDates,
  sampleOverview,
  sampleRenewal,
  type FakeDesktop,
} from '../../../tests/support/fake-desktop.ts'
import { pageWith, sampleEnquiry, sampleOrder, sampleShipment } from '../../../tests/support/fake-platform.ts'
import type { PlatformOrder } from '../../shared/ipc/models-platform.ts'
import type { Overview, Renewal } from '../../shared/ipc/models.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

interface World {
  readonly orders?: readonly PlatformOrder[]
  readonly renewals?: readonly Renewal[]
  readonly features?: string[]
  readonly overview?: Overview
}

async function open({ orders, renewals = [], features = [], overview = sampleOverview() }: World = {}): Promise<{
  readonly desktop: FakeDesktop
  readonly user: UserEvent
}> {
  const desktop = createFakeDesktop({ renewals, overview })
  desktop.answer('platform:check', () => ({ ok: true, value: { state: 'available', features } }))
  if (orders !== undefined)
    desktop.answer('platform:list-orders', ({ page }) => ({ ok: true, value: pageWith(orders, page) }))
  const user = await renderApp(desktop)
  await press(user, '我的业务')
  await screen.findByRole('heading', { name: '我的业务' })
  return { desktop, user }
}

const elsewhere = {
  commonName: '别处的公司',
  cardNumber: '370100990001',
  serialNumber: '99',
  notAfter: '2027-01-01T00:00:00.000Z',
}

test('each order says whose it is, how far it is and until when', async () => {
  const order = sampleOrder()
  await open({ orders: [order] })
  expect(await screen.findByRole('heading', { name: /济南示例科技有限公司/ })).toBeDefined()
  for (const text of ['延期', '待短信验证', '卡号 3701 0088 2231', '订单号 R20261123-0142']) {
    expect(screen.getByText(text)).toBeDefined()
  }
  expect(screen.getByText(`${localDateTime(new Date(order.createdAt))} 下单`)).toBeDefined()
  expect(screen.getByText(`请在 ${localDateTime(new Date(order.expiresAt))} 前办完`)).toBeDefined()
})

test('an order that was begun here goes on where it was left, also while its key is away', async () => {
  const renewal = sampleRenewal({ state: 'verified' })
  const { user } = await open({
    overview: sampleOverview({ tokens: [], cards: [] }),
    orders: [sampleOrder({ id: renewal.orderId ?? '', state: 'ready' })],
    renewals: [renewal],
  })
  await press(user, '继续延期：济南示例科技有限公司')
  expect(await screen.findByRole('heading', { name: '初始化证书' })).toBeDefined()
  expect(screen.getByText('请插回同一把 USB Key')).toBeDefined()
})

test('an order that was begun elsewhere goes on with the certificate on the key', async () => {
  const overview = sampleOverview()
  const [held] = overview.cards.flatMap(({ certificates }) => certificates)
  const certificate = { ...elsewhere, serialNumber: `00${held?.serialNumber ?? ''}`, notAfter: held?.notAfter ?? '' }
  const { desktop, user } = await open({ overview, orders: [sampleOrder({ id: 'o-2', state: 'ready', certificate })] })
  await press(user, '继续延期：别处的公司')
  expect(await screen.findByRole('heading', { name: '证书延期' })).toBeDefined()
  expect(desktop.calls.findLast((call) => call.channel === 'renewal:gate')?.input).toEqual({ certificateId: held?.id })
})

test('an order whose key is not there says which one to insert', async () => {
  await open({ orders: [sampleOrder({ certificate: elsewhere }), sampleOrder({ id: 'o-2', certificate: undefined })] })
  expect(await screen.findByText('插入卡号 3701 0099 0001 的 USB Key 后可以继续')).toBeDefined()
  expect(screen.getByText('平台没有给出证书名称')).toBeDefined()
  expect(screen.getByText('插入存有这张证书的 USB Key 后，从我的证书继续')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^继续/ })).toBeNull()
})

test('what has ended is listed apart, with its reason or its receipt', async () => {
  const completed = sampleRenewal({ state: 'completed', orderId: 'o-3', new: newDates() })
  const { desktop, user } = await open({ renewals: [completed] })
  const endedAt = '2026-11-23T08:00:00.000Z'
  const rejected = sampleOrder({ id: 'o-2', kind: 'repair', state: 'rejected', rejection: '材料不全', endedAt })
  desktop.answer('platform:list-orders', ({ page }) => ({
    ok: true,
    value: pageWith([rejected, sampleOrder({ id: 'o-3', state: 'completed', endedAt })], page),
  }))
  await user.click(await screen.findByText('已结束'))
  expect(await screen.findByText('原因：材料不全')).toBeDefined()
  expect(screen.getByText('未通过审核')).toBeDefined()
  expect(screen.getAllByText(`${localDateTime(new Date(endedAt))} 结束`)).toHaveLength(2)
  expect(screen.queryByText(/前办完/)).toBeNull()
  expect(screen.queryByRole('button', { name: /^继续/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^保存回执（PDF）：/ }))
  await waitFor(() =>
    expect(desktop.calls.at(-1)).toEqual({ channel: 'renewal:save-receipt', input: { renewalId: completed.id } }),
  )
  expect(desktop.calls.filter(({ channel }) => channel === 'platform:list-orders').map(({ input }) => input)).toEqual([
    { page: 1, active: true },
    { page: 1, active: false },
  ])
})

test('all of them are listed together when asked for', async () => {
  const { desktop, user } = await open({ orders: [sampleOrder(), sampleOrder({ id: 'o-2', state: 'expired' })] })
  await user.click(await screen.findByText('全部'))
  expect(await screen.findByText('已过期')).toBeDefined()
  const asked = desktop.calls.filter(({ channel }) => channel === 'platform:list-orders').map(({ input }) => input)
  expect(JSON.stringify(asked.at(-1))).toBe('{"page":1}')
})

test('without a login, what was done on this computer is there with its receipt', async () => {
  const completed = sampleRenewal({ state: 'completed', new: newDates() })
  const desktop = createFakeDesktop({ renewals: [completed], account: { platformAddress: 'https://ca.example.com' } })
  const user = await renderApp(desktop)
  await press(user, '我的业务')
  expect(await screen.findByRole('heading', { name: '本机办理记录' })).toBeDefined()
  await press(user, /^保存回执（PDF）：/)
  await waitFor(() =>
    expect(desktop.calls.at(-1)).toEqual({ channel: 'renewal:save-receipt', input: { renewalId: completed.id } }),
  )
  await press(user, /^查看/)
  expect(await screen.findByRole('heading', { name: '证书延期' })).toBeDefined()
})

test('the number of a shipment can be copied', async () => {
  const { desktop, user } = await open({ features: ['shipments'] })
  desktop.answer('platform:list-shipments', ({ page }) => ({ ok: true, value: pageWith([sampleShipment()], page) }))
  await user.click(await screen.findByRole('tab', { name: '快递' }))
  await press(user, '复制运单号 SF1234567890123')
  expect(await screen.findByText('已复制')).toBeDefined()
  expect(await navigator.clipboard.readText()).toBe('SF1234567890123')
})

test('nothing under way is said as such', async () => {
  await open({ orders: [] })
  expect(await screen.findByText('没有办理中的业务')).toBeDefined()
})

test('enquiries and shipments are there only where the platform has them', async () => {
  const { desktop } = await open()
  await screen.findByText('待短信验证')
  expect(screen.queryByRole('tab')).toBeNull()
  act(() => desktop.emit('platform:changed', { state: 'available', features: ['shipments'] }))
  expect((await screen.findAllByRole('tab')).map(({ textContent }) => textContent)).toEqual(['延期与修复', '快递'])
})

test('an enquiry shows question and answer, a shipment where it is', async () => {
  const { desktop, user } = await open({ features: ['enquiries', 'shipments'] })
  desktop.answer('platform:list-enquiries', ({ page }) => ({ ok: true, value: pageWith([sampleEnquiry()], page) }))
  await user.click(await screen.findByRole('tab', { name: '咨询' }))
  expect((await screen.findByText(/昨天办理了延期/)).textContent).toContain('\n')
  expect(screen.getByText('已答复')).toBeDefined()
  expect(screen.getByText('业务系统约一个工作日后更新，请明天再试。')).toBeDefined()
  const shipment = sampleShipment({ orderId: 'o-9' })
  desktop.answer('platform:list-shipments', ({ page }) => ({ ok: true, value: pageWith([shipment], page) }))
  await user.click(screen.getByRole('tab', { name: '快递' }))
  for (const text of ['USB Key 一把', '顺丰速运', 'SF1234567890123', '已寄出', 'o-9']) {
    expect(await screen.findByText(text)).toBeDefined()
  }
})
