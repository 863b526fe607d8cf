// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import type { BusReport } from '../../shared/ipc/models-bus.ts'
import type { Module, Overview } from '../../shared/ipc/models.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

const key = { vendor: '飞天诚信', model: 'ePass3000GM', driverId: 'feitian-epass3000gm', hasPage: true } as const
const device = '已插入：飞天诚信 ePass3000GM'

function open(bus: BusReport, changes: Partial<Overview> = {}) {
  const desktop = createFakeDesktop({ overview: sampleOverview({ tokens: [], cards: [], bus, ...changes }) })
  return renderApp(desktop).then((user) => ({ desktop, user }))
}

async function chip(): Promise<string | null> {
  return (await screen.findByRole('status', { name: 'USB Key 状态' })).textContent
}

test.each<readonly [BusReport, string, string, readonly string[]]>([
  [{ cause: 'nothing', hasPage: false }, '没有检测到 USB Key', '未检测到 USB Key', []],
  [{ cause: 'driver-missing', ...key }, '已插入 USB Key，但没有找到它的驱动', '缺少驱动', [device, '打开驱动下载页']],
  [{ cause: 'driver-32-bit', ...key }, '驱动是 32 位的，不能使用', '驱动是 32 位', [device, '打开驱动下载页']],
  [{ cause: 'cannot-tell', ...key }, 'USB Key 已插入，但驱动没有读到它', 'USB Key 未读到', [device]],
  [
    { cause: 'in-use', ...key, processes: [{ pid: 4711, name: 'CAAssistant' }] },
    'USB Key 正被其他程序打开',
    '被其他程序打开',
    [device, 'CAAssistant（进程号 4711）'],
  ],
  [
    { cause: 'unknown-key', hasPage: false, model: '智能卡读写器' },
    '插着的智能卡设备还不认识',
    '不认识的设备',
    ['已插入：智能卡读写器'],
  ],
  [{ cause: 'cannot-tell', hasPage: false }, '没有检测到 USB Key', '未检测到 USB Key', []],
])('%o is named, with what to do', async (bus, title, words, texts) => {
  await open(bus)
  expect(await screen.findByRole('heading', { name: title })).toBeDefined()
  expect(await chip()).toBe(words)
  for (const text of texts) expect(screen.getByText(text)).toBeDefined()
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1)
  expect(screen.getAllByRole('button', { name: '重新检测' }).length).toBeGreaterThan(0)
})

test('a key without a driver is named although no driver has been set', async () => {
  await open({ cause: 'driver-missing', ...key }, { modules: [] })
  expect(await screen.findByText(device)).toBeDefined()
  expect(screen.queryByText('还没有设置驱动')).toBeNull()
})

test('without a key on the bus it is the key that is missing, whether a driver is loaded or not', async () => {
  await open({ cause: 'nothing', hasPage: false }, { modules: [] })
  expect(await screen.findByRole('heading', { name: '没有检测到 USB Key' })).toBeDefined()
})

test('without a driver, and with a bus that cannot be read, it is the driver that is missing', async () => {
  await open({ cause: 'cannot-tell', hasPage: false }, { modules: [] })
  expect(await screen.findByRole('heading', { name: '没有找到驱动' })).toBeDefined()
})

const failed = (failure: Module['failure']): Module => ({ path: '/a.so', name: 'a.so', state: 'failed', failure })

test('a driver that is broken is told by its own failure, with the key that it is for', async () => {
  await open({ cause: 'driver-broken', ...key }, { modules: [failed({ code: 'token.moduleBroken' })] })
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText('驱动不能启动')).toBeDefined()
  expect(within(alert).getByText(device)).toBeDefined()
  expect(await chip()).toBe('驱动异常')
})

test('a driver of 32 bits is told once, and hides no other failure', async () => {
  const wrong = failed({ code: 'token.moduleWrongArchitecture', details: { bits: 32 } })
  await open(
    { cause: 'driver-32-bit', ...key },
    { modules: [wrong, { ...failed({ code: 'token.moduleNotFound' }), path: '/b.so' }] },
  )
  expect(await screen.findByRole('heading', { name: '驱动是 32 位的，不能使用' })).toBeDefined()
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
    expect.stringContaining('找不到驱动文件'),
  ])
})

test('the page of a driver is asked for by the row of the table, and a browser that does not open is told', async () => {
  const { desktop, user } = await open({ cause: 'driver-missing', ...key })
  await user.click(await screen.findByRole('button', { name: '打开驱动下载页' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'drivers:open-page', input: { driverId: key.driverId } })
  expect(screen.queryByText(/没能打开下载页/)).toBeNull()
  desktop.answer('drivers:open-page', () => ({ ok: true, value: { isOpened: false } }))
  await user.click(screen.getByRole('button', { name: '打开驱动下载页' }))
  expect(await screen.findByText(/没能打开下载页/)).toBeDefined()
})

test('no page is offered where the table has none', async () => {
  await open({ cause: 'driver-missing', ...key, hasPage: false })
  expect(await screen.findByText(device)).toBeDefined()
  expect(screen.queryByRole('button', { name: '打开驱动下载页' })).toBeNull()
})
