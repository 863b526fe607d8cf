// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { progressOf, sampleReport, sampleResult } from '../../../tests/support/sample-environment.ts'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { EnvironmentReport, Finding } from '../../shared/ipc/models-environment.ts'
import { useHelpDrawer } from '../help/help-drawer-store.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

type Odd = Partial<Record<CheckName, readonly Finding[]>>

async function openPage(odd: Odd = {}) {
  const desktop = createFakeDesktop()
  desktop.answer('environment:run', () => ({ ok: true, value: sampleReport(odd) }))
  const user = await renderApp(desktop)
  await press(user, '环境检测')
  return { desktop, user }
}

const callsOf = (desktop: FakeDesktop, channel: string) =>
  desktop.calls.filter((call) => call.channel === channel).map(({ input }) => input)
const row = async (name: string) => {
  const rows = await screen.findAllByRole('listitem')
  const found = rows.find((item) => item.textContent.startsWith(name))
  if (found === undefined) throw new Error(`no row ${name}`)
  return found
}

test('opening the page looks at everything, and says so when all is well', async () => {
  const { desktop } = await openPage()
  expect((await screen.findByText('一切正常')).parentElement?.textContent).toContain('10 项正常 · 用时 2.1 秒')
  expect((await row('USB Key')).textContent).toContain('正常已插入 · mToken GM3000 · 卡号 3701 0088 2231')
  expect((await row('密钥空间')).textContent).toContain('可再写入 2 组证书。')
  expect(screen.getByRole('region', { name: '设备' }).textContent).toMatch(/^设备正常/)
  expect(callsOf(desktop, 'environment:run')).toEqual([{}])
})

const blocked: Finding = { state: 'blocked', failure: { code: 'token.pinLocked' } }
const attention: Finding = { state: 'attention', failure: { code: 'environment.severalKeys' } }
const unknown: Finding = { state: 'unknown', failure: { code: 'token.roomUnknown' } }

test.each<[string, Odd, string]>([
  ['what blocks', { 'pin-tries': [blocked], 'several-keys': [attention], room: [unknown] }, '现在还不能办理延期'],
  ['what needs attention', { 'several-keys': [attention], room: [unknown] }, '可以办理，有 1 项需注意'],
  ['what nobody can tell', { room: [unknown], 'driver-version': [unknown] }, '没有发现问题，有 2 项无法判断'],
])('the summary speaks of the worst there is: %s', async (_what, odd, words) => {
  await openPage(odd)
  expect(await screen.findByText(words)).toBeDefined()
})

test('what is unknown has no green tick, and is words as well as a mark', async () => {
  await openPage({ room: [{ state: 'unknown' }] })
  const room = await row('密钥空间')
  expect(room.textContent).toContain('无法判断没有得到可以判断的结果。')
  expect(room.querySelector('.state-ok')).toBeNull()
  expect(room.querySelector('.state-unknown')).not.toBeNull()
  expect(screen.getByRole('region', { name: '设备' }).textContent).toMatch(/^设备无法判断/)
})

test('a row says why and what to do, shows its details, and leads to its article', async () => {
  const path = `/usr/lib/${'很长的驱动名称'.repeat(8)}.so`
  const failure = { code: 'token.quarantined', details: { reason: 'hung' } } as const
  const details = [{ label: 'path', value: path }]
  const { user } = await openPage({ 'driver-health': [{ state: 'attention', subject: path, failure, details }] })
  const health = await row('工作情况')
  expect(health.textContent).toContain('它在启动时没有回答。')
  expect(health.textContent).toContain('请更新或重新安装驱动，再点重试')
  expect(health.textContent).not.toContain('/usr/lib/')
  const name = `工作情况 ${path.split('/').at(-1)}`
  await user.click(within(health).getByRole('button', { name: `${name}：详情` }))
  expect(within(health).getByText(path)).toBeDefined()
  expect(within(health).getByText('代码 token.quarantined · hung')).toBeDefined()
  await user.click(within(health).getByRole('button', { name: `${name}：查看处理方法` }))
  expect(useHelpDrawer.getState().trail).toEqual(['token.quarantined'])
})

type RunAnswer =
  | { readonly ok: true; readonly value: EnvironmentReport }
  | { readonly ok: false; readonly failure: { readonly code: 'internal' } }

/** The page while it runs; main answers when it is told to. */
async function openRunning() {
  const desktop = createFakeDesktop()
  const asked = Promise.withResolvers<RunAnswer>()
  const user = await renderApp(desktop)
  const invoke = { ...desktop.bridge.invoke, 'environment:run': () => asked.promise }
  Object.assign(window, { desktop: { ...desktop.bridge, invoke } })
  await press(user, '环境检测')
  const answer = (value: RunAnswer) =>
    act(() => {
      asked.resolve(value)
      return asked.promise
    })
  return { desktop, user, answer }
}

test('rows come in one by one, and what is missing is seen to be awaited', async () => {
  const { desktop, answer } = await openRunning()
  const report = sampleReport()
  const progress = progressOf(report)
  for (const one of progress.slice(0, 4)) act(() => desktop.emit('environment:checked', one))
  expect(await screen.findByText('已检测 3 项，共 10 项')).toBeDefined()
  expect((await row('USB Key')).textContent).toContain('已插入')
  expect((await row('密钥空间')).getAttribute('aria-busy')).toBe('true')
  expect(screen.getByRole('button', { name: '导出检测报告' })).toHaveProperty('disabled', true)
  // A result of a run before is old.
  act(() => desktop.emit('environment:checked', { run: 0, names: ['room'], result: sampleResult('room', [blocked]) }))
  expect((await row('密钥空间')).getAttribute('aria-busy')).toBe('true')
  for (const one of progress.slice(4)) act(() => desktop.emit('environment:checked', one))
  await answer({ ok: true, value: report })
  expect(await screen.findByText('一切正常')).toBeDefined()
})

test('what was looked at again while it runs is not undone by what the run knew before', async () => {
  const { desktop, user, answer } = await openRunning()
  const conflict = { ...blocked, subject: '网证通安全客户端 KeyX' }
  const report = sampleReport({ conflicts: [conflict] })
  const progress = progressOf(report)
  for (const one of progress) if (one.result?.name !== 'room') act(() => desktop.emit('environment:checked', one))
  await user.click(await screen.findByRole('button', { name: '网证通安全客户端 KeyX：查看退出方法' }))
  await user.click(await screen.findByRole('button', { name: '我已退出，重新检测' }))
  await waitFor(async () => expect((await row('其他省市 CA 程序')).textContent).toContain('正常'))
  for (const one of progress.slice(1)) act(() => desktop.emit('environment:checked', one))
  expect((await row('其他省市 CA 程序')).textContent).toContain('正常')
  await answer({ ok: true, value: report })
  expect(await screen.findByText('一切正常')).toBeDefined()
})

test('a run that ends halfway is not said to be running, whatever is done about its rows', async () => {
  const { desktop, user, answer } = await openRunning()
  const finding = { ...blocked, subject: '/a/x.so', fix: 'retry-driver' } as const
  const progress = progressOf(sampleReport({ 'driver-health': [finding] }))
  for (const one of progress) if (one.result?.name !== 'room') act(() => desktop.emit('environment:checked', one))
  await answer({ ok: false, failure: { code: 'internal' } })
  expect((await screen.findByText('检测没有完成')).parentElement?.textContent).toContain('1 项阻断')
  await user.click(screen.getByRole('button', { name: '工作情况 x.so：重试驱动' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(screen.getByText('检测没有完成')).toBeDefined()
  expect(screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-busy') === 'true')).toEqual([])
  expect(screen.queryByText('检测中')).toBeNull()
})

test('a second look begins with nothing of the first', async () => {
  const { desktop, user } = await openPage({ 'pin-tries': [blocked] })
  await screen.findByText('现在还不能办理延期')
  desktop.answer('environment:run', () => ({ ok: true, value: sampleReport({}, 2) }))
  await user.click(screen.getByRole('button', { name: '重新检测' }))
  expect(await screen.findByText('一切正常')).toBeDefined()
  expect(screen.queryByText('现在还不能办理延期')).toBeNull()
})

test('what can be mended is mended from its row, and the summary follows', async () => {
  const finding = {
    state: 'blocked',
    subject: '/a/x.so',
    failure: { code: 'token.crashed' },
    fix: 'retry-driver',
  } as const
  const { desktop, user } = await openPage({ 'driver-health': [finding] })
  await user.click(within(await row('工作情况')).getByRole('button', { name: '工作情况 x.so：重试驱动' }))
  expect(await screen.findByText('一切正常')).toBeDefined()
  expect(callsOf(desktop, 'environment:fix')).toEqual([
    { name: 'driver-health', subject: '/a/x.so', fix: 'retry-driver' },
  ])
  // Its button has gone with what was wrong.
  expect(document.activeElement).toBe(screen.getByRole('region', { name: '驱动' }))
})

test('a fix that fails says so, and the row stays as it was', async () => {
  const finding = { state: 'blocked', failure: { code: 'environment.driverMissing' }, fix: 'open-driver-page' } as const
  const { desktop, user } = await openPage({ 'driver-found': [finding] })
  desktop.failOnce('environment:fix', 'environment.fixNotOffered')
  await user.click(await screen.findByRole('button', { name: '驱动：打开驱动下载页' }))
  expect((await screen.findByRole('alert')).textContent).toContain('现在不能这样处理')
  expect(screen.getByText('现在还不能办理延期')).toBeDefined()
})

test('a run that fails says so, and another one can be begun', async () => {
  const desktop = createFakeDesktop()
  desktop.failOnce('environment:run', 'internal')
  const user = await renderApp(desktop)
  await press(user, '环境检测')
  expect((await screen.findByRole('alert')).textContent).toContain('程序出现意外情况')
  await press(user, '重新检测')
  expect(await screen.findByText('一切正常')).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the report holds every row with its details, and says where it was saved', async () => {
  const details = [{ label: 'process', value: 'CAAssistant (7)' }]
  const { desktop, user } = await openPage({
    'usb-key': [{ state: 'blocked', failure: { code: 'environment.keyInUse' }, details }],
  })
  await screen.findByText('现在还不能办理延期')
  await user.click(screen.getByRole('button', { name: '导出检测报告' }))
  expect(await screen.findByText('检测报告已保存为 环境检测报告.txt。')).toBeDefined()
  const [{ text } = { text: '' }] = callsOf(desktop, 'environment:export') as readonly { readonly text: string }[]
  expect(text).toContain('[阻断] USB Key: 其他程序打开着它，驱动可能因此读不到证书。')
  expect(text).toContain('代码：environment.keyInUse')
  expect(text).toContain('正在使用它的程序: CAAssistant (7)')
  expect(text).toContain('== 驱动 ==')
  expect(text.match(/^\[(正常|阻断)\]/gm)).toHaveLength(10)
})

test('several keys and programs are called by their own names', async () => {
  await openPage({
    room: [
      { state: 'ok', subject: '370100882231', facts: { pairs: 1 } },
      { state: 'attention', subject: '370100889999', failure: { code: 'token.noRoom' } },
    ],
    conflicts: [{ state: 'attention', subject: '网证通安全客户端 KeyX', failure: { code: 'token.busy' } }],
  })
  await waitFor(() => expect(screen.getByText('3701 0088 9999')).toBeDefined())
  expect((await row('网证通安全客户端 KeyX')).textContent).not.toContain('其他省市')
})

test('the dialog about a program tells of its own end only, not of what failed before', async () => {
  const conflict = { ...attention, subject: '网证通安全客户端 KeyX', fix: 'end-program' } as const
  const { desktop, user } = await openPage({ conflicts: [conflict] })
  const ask = async () => {
    await user.click(await screen.findByRole('button', { name: '网证通安全客户端 KeyX：请它退出' }))
    return within(await screen.findByRole('dialog'))
  }
  desktop.failOnce('environment:export', 'internal')
  await press(user, '导出检测报告')
  await screen.findByRole('alert')
  const before = await ask()
  expect(before.queryByText('程序出现意外情况')).toBeNull()
  desktop.failOnce('environment:fix', 'environment.programStillRunning')
  await user.click(before.getByRole('button', { name: '请它退出' }))
  expect(await before.findByText('程序还没有退出')).toBeDefined()
})
