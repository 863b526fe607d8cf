// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  sampleCard,
  sampleCertificate,
  sampleOverview,
} from '../../../tests/support/fake-desktop.ts'
import { pageWith, samplePlatformCertificate as sample } from '../../../tests/support/fake-platform.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { listChannel, openList, openListWith, queriesOf, rowOf, threePages } from '../testing/platform-list.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

test('each certificate stands with everything the platform says of it', async () => {
  const dates = { notBefore: '2025-12-20T01:30:00.000Z', notAfter: '2026-12-20T01:30:00.000Z' }
  await openListWith(sample(dates))
  const header = await screen.findAllByRole('columnheader')
  expect(header.map(({ textContent }) => textContent)).toEqual([
    'ID',
    '应用类型',
    '单位名称统一信用代码',
    '证书名称',
    '卡号',
    '当前状态状态详情',
    '起止时间',
    'USB Key',
  ])
  const cells = await rowOf('电子投标')
  for (const text of ['c-1', '91370100MA3XXXXX0K', '3701 0088 2231', '即将到期', '可以延期', '签名证书', '单位证书']) {
    expect(cells.getByText(text)).toBeDefined()
  }
  const moments = [dates.notBefore, dates.notAfter].map((instant) => localDateTime(new Date(instant)))
  expect(cells.getAllByRole('cell').at(-2)?.textContent).toBe(moments.join(''))
})

test('one that is on a plugged-in key says so, and its button opens the wizard for it', async () => {
  const { desktop, user } = await openListWith(sample())
  expect((await rowOf('电子投标')).getByText('在已插入的 USB Key 上')).toBeDefined()
  await press(user, '延期：济南示例科技有限公司')
  expect(await screen.findByRole('heading', { name: '证书延期' })).toBeDefined()
  expect(desktop.calls.findLast((call) => call.channel === 'renewal:gate')?.input).toEqual({
    certificateId: 'a'.repeat(64),
  })
})

test('one that is not on a key says which key to insert, until it is plugged in', async () => {
  const { desktop } = await openListWith(
    sample({ publicKeySha256: '0'.repeat(64), serialNumber: '99', cardNumber: '370100990001' }),
    sample({
      id: 'c-2',
      applicationType: '备案',
      publicKeySha256: '1'.repeat(64),
      serialNumber: '98',
      cardNumber: undefined,
    }),
  )
  const first = await rowOf('电子投标')
  expect(first.getByText('插入卡号 3701 0099 0001 的 USB Key 后可以办理')).toBeDefined()
  expect((await rowOf('备案')).getByText('插入存有这张证书的 USB Key 后可以办理')).toBeDefined()
  const cards = [sampleCard([sampleCertificate('a', { publicKeySha256: '0'.repeat(64) })])]
  act(() => desktop.emit('certificates:changed', sampleOverview({ cards })))
  expect(await first.findByText('在已插入的 USB Key 上')).toBeDefined()
  expect(first.getByRole('button', { name: /^延期：/ })).toBeDefined()
})

test('nothing is offered where the platform does not offer it, or the key cannot do it', async () => {
  await openListWith(
    sample({ applicationType: '一', renewable: false }),
    sample({
      id: 'c-2',
      applicationType: '二',
      usage: 'encryption',
      renewable: false,
      publicKeySha256: 'e'.repeat(64),
    }),
    sample({ id: 'c-3', applicationType: '三', publicKeySha256: 'd'.repeat(64) }),
    sample({ id: 'c-4', applicationType: '四', renewable: false, publicKeySha256: '0'.repeat(64), serialNumber: '01' }),
  )
  const here = await rowOf('一')
  expect(here.getByText('在已插入的 USB Key 上')).toBeDefined()
  expect(here.queryByRole('button', { name: /^(延期|修复)：/ })).toBeNull()
  expect((await rowOf('二')).getByText('随签名证书一起办理')).toBeDefined()
  expect((await rowOf('二')).getByText('加密证书')).toBeDefined()
  expect((await rowOf('三')).getByText('不能在这把 USB Key 上办理')).toBeDefined()
  expect((await rowOf('四')).queryByText(/插入/)).toBeNull()
})

test('an order under way elsewhere can be gone on with', async () => {
  await openListWith(sample({ renewable: false, activeOrderId: 'o-1' }))
  expect((await rowOf('电子投标')).getByRole('button', { name: '延期：济南示例科技有限公司' })).toBeDefined()
})

test('the conditions are asked for together, from the first page, and can be cleared', async () => {
  const desktop = createFakeDesktop()
  threePages(desktop)
  const user = await openList(desktop)
  await user.click(await screen.findByTitle('3'))
  expect(await screen.findByText('第 3 页的证书')).toBeDefined()
  const group = (name: string) => within(screen.getByRole('radiogroup', { name }))
  await user.click(group('到期情况').getByText('即将到期（90 天）'))
  await user.click(group('证书类型').getByText('个人证书'))
  desktop.answer(listChannel, ({ page }) => ({ ok: true, value: pageWith([], page) }))
  await user.click(group('单位区域').getByText('核心区'))
  expect(await screen.findByText('没有符合条件的内容')).toBeDefined()
  await press(user, '清除筛选')
  expect(await screen.findByText('账号名下还没有证书')).toBeDefined()
  expect(queriesOf(desktop)).toEqual([
    { page: 1 },
    { page: 3 },
    { page: 1, validity: 'expiring' },
    { page: 1, validity: 'expiring', holderKind: 'personal' },
    { page: 1, validity: 'expiring', holderKind: 'personal', zone: 'core' },
    { page: 1 },
  ])
})

test('words are searched for a moment after the last letter, or at once with Enter', async () => {
  const { desktop, user } = await openListWith(sample())
  const field = await screen.findByRole('searchbox', { name: '搜索证书' })
  await user.type(field, '济南')
  await waitFor(() => expect(queriesOf(desktop)).toEqual([{ page: 1 }, { page: 1, search: '济南' }]))
  await user.type(field, '示例{Enter}')
  await waitFor(() => expect(queriesOf(desktop).at(-1)).toEqual({ page: 1, search: '济南示例' }))
  desktop.answer(listChannel, ({ page }) => ({ ok: true, value: pageWith([], page) }))
  await user.type(field, '无{Enter}')
  await press(user, '清除筛选')
  await waitFor(() => expect(queriesOf(desktop).at(-1)).toEqual({ page: 1 }))
  expect((field as HTMLInputElement).value).toBe('')
})

test('the details show everything, with the numbers in groups', async () => {
  const renewal = { from: '2026-09-20T01:30:00.000Z', until: '2026-12-20T01:30:00.000Z' }
  const { user } = await openListWith(sample({ zone: 'core', renewal }))
  await user.click((await rowOf('电子投标')).getByRole('button', { name: '济南示例科技有限公司' }))
  const drawer = within(await screen.findByRole('dialog'))
  const period = `${localDateTime(new Date(renewal.from))} 至 ${localDateTime(new Date(renewal.until))}`
  for (const text of ['2C 41 8A 09', '核心区', 'CN=山东CA', 'RSA 2048', period, '3701 0088 2231']) {
    expect(drawer.getByText(text)).toBeDefined()
  }
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('in a small window the certificates stand one below the other, with the same fields', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  Object.assign(window, { matchMedia: narrow })
  await press(user, '平台证书')
  const card = within(within(await screen.findByRole('list', { name: '平台上的证书' })).getByRole('listitem'))
  for (const text of ['c-1', '电子投标', '91370100MA3XXXXX0K', '3701 0088 2231', '即将到期', '可以延期', '签名证书']) {
    expect(card.getByText(text)).toBeDefined()
  }
  expect(card.getByRole('button', { name: '延期：济南示例科技有限公司' })).toBeDefined()
  expect(screen.queryByRole('table')).toBeNull()
})

function narrow(query: string) {
  const ignore = () => undefined
  return {
    matches: query.includes('max-width') || query.includes('reduce'),
    media: query,
    addEventListener: ignore,
    removeEventListener: ignore,
  }
}
