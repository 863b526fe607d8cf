// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { samplePackage } from '../../../tests/support/sample-diagnostics.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function openDialog(desktop: FakeDesktop) {
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  await user.click(await screen.findByRole('button', { name: '生成诊断包' }))
  return { user, dialog: within(await screen.findByRole('dialog', { name: '诊断包' })) }
}

const called = (desktop: FakeDesktop, channel: string) =>
  desktop.calls.filter((call) => call.channel === channel).map(({ input }) => input)

test('the package is shown file by file before it is saved, with its code, and its folder is opened then', async () => {
  const desktop = createFakeDesktop()
  const { user, dialog } = await openDialog(desktop)
  expect((await dialog.findByLabelText('4 8 3 9 2 0')).textContent).toBe('483 920')
  expect(dialog.getByText('共 9 个文件，压缩后 60 KB')).toBeDefined()
  expect(dialog.getByLabelText('内容预览 about.json').textContent).toContain('"section": "about"')
  expect(dialog.queryByRole('button', { name: '打开所在文件夹' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: /运行日志/ }))
  expect(dialog.getByLabelText('内容预览 log/main.log').textContent).toContain('GET /service 200')
  expect(dialog.getByText('只显示末尾部分，文件里是全部。')).toBeDefined()
  await user.click(dialog.getByRole('button', { name: '保存诊断包' }))
  expect(await dialog.findByText('已保存为 诊断包-2026-11-26-483920.zip')).toBeDefined()
  await user.click(dialog.getByRole('button', { name: '打开所在文件夹' }))
  expect(called(desktop, 'diagnostics:save')).toEqual([{ code: '483920' }])
  expect(called(desktop, 'diagnostics:show-folder')).toEqual([{ code: '483920' }])
})

/** The dialog while main is busy with this channel; it answers, as main does, when it is told to. */
async function openHeld(channel: 'diagnostics:prepare' | 'diagnostics:save') {
  const desktop = createFakeDesktop()
  const answer: (input: never) => Promise<unknown> = desktop.bridge.invoke[channel]
  const finishes: (() => void)[] = []
  const held = (input: never) => new Promise((resolve) => finishes.push(() => void answer(input).then(resolve)))
  Object.assign(desktop.bridge.invoke, { [channel]: held })
  return { desktop, ...(await openDialog(desktop)), finishes }
}

test('opened again while it is being made, the dialog waits for that package and asks for no other', async () => {
  const { desktop, user, finishes } = await openHeld('diagnostics:prepare')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: '生成诊断包' }))
  await screen.findByRole('status', { name: '正在收集' })
  expect(finishes).toHaveLength(1)
  for (const finish of finishes) finish()
  expect(await screen.findByText('483 920')).toBeDefined()
  expect(called(desktop, 'diagnostics:prepare')).toEqual([{}])
})

test('opened again while it is being saved, the dialog still shows that package, and where it went', async () => {
  const { desktop, user, dialog, finishes } = await openHeld('diagnostics:save')
  await user.click(await dialog.findByRole('button', { name: '保存诊断包' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: '生成诊断包' }))
  expect(await screen.findByText('正在保存')).toBeDefined()
  for (const finish of finishes) finish()
  expect(await screen.findByText('已保存为 诊断包-2026-11-26-483920.zip')).toBeDefined()
  expect(called(desktop, 'diagnostics:prepare')).toEqual([{}])
})

test('while it collects, each section says how far it is', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  let finish: () => void = () => undefined
  const prepare = desktop.bridge.invoke['diagnostics:prepare']
  const bridge = desktop.bridge.invoke as { 'diagnostics:prepare': typeof prepare }
  bridge['diagnostics:prepare'] = (input) =>
    new Promise((resolve) => {
      finish = () => void prepare(input).then(resolve)
    })
  await user.click(screen.getByRole('button', { name: '生成诊断包' }))
  const collecting = within(await screen.findByRole('status', { name: '正在收集' }))
  desktop.emit('diagnostics:collected', { section: 'drivers', isFailed: false })
  desktop.emit('diagnostics:collected', { section: 'environment', isFailed: true })
  expect(await collecting.findByText('已收集')).toBeDefined()
  expect(collecting.getByText('没有取到')).toBeDefined()
  expect(collecting.getAllByText('等待')).toHaveLength(6)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存诊断包' }).disabled).toBe(true)
  finish()
  expect(await screen.findByText('483 920')).toBeDefined()
})

test('a section that failed is marked, with its code and what to do', async () => {
  const desktop = createFakeDesktop()
  const { entries, ...others } = samplePackage()
  const failed = entries.map((entry, index) =>
    index === 1 ? { ...entry, failure: { code: 'diagnostics.late' } as const } : entry,
  )
  desktop.answer('diagnostics:prepare', () => ({ ok: true, value: { ...others, entries: failed } }))
  const { user, dialog } = await openDialog(desktop)
  await user.click(await dialog.findByRole('button', { name: /环境检测没有取到/ }))
  expect(dialog.getByText('代码 diagnostics.late')).toBeDefined()
})

test('a package that could not be saved says why, and can be saved again', async () => {
  const desktop = createFakeDesktop()
  const { user, dialog } = await openDialog(desktop)
  desktop.failOnce('diagnostics:save', 'diagnostics.saveFailed')
  await user.click(await dialog.findByRole('button', { name: '保存诊断包' }))
  expect(await dialog.findByText('诊断包没有保存')).toBeDefined()
  expect(dialog.getByText('代码 diagnostics.saveFailed')).toBeDefined()
  desktop.answer('diagnostics:save', () => ({ ok: true, value: { saved: false } }))
  await user.click(dialog.getByRole('button', { name: '保存诊断包' }))
  expect(await dialog.findByText('没有保存：选择位置时已取消。')).toBeDefined()
  expect(dialog.queryByText('诊断包没有保存')).toBeNull()
})

test('says why 详细日志 was not turned on, where it is turned on', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  const choice = await screen.findByRole<HTMLInputElement>('checkbox', { name: '详细日志' })
  desktop.failOnce('diagnostics:detail-log', 'internal')
  await user.click(choice)
  expect(await screen.findByText('程序出现意外情况')).toBeDefined()
  expect(choice.checked).toBe(false)
  await user.click(choice)
  expect(choice.checked).toBe(true)
  expect(screen.queryByText('程序出现意外情况')).toBeNull()
})

test('详细日志 shows how it stands, and is turned on and off', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  const choice = await screen.findByRole<HTMLInputElement>('checkbox', { name: '详细日志' })
  expect(choice.checked).toBe(false)
  await user.click(choice)
  expect(choice.checked).toBe(true)
  await user.click(choice)
  expect(called(desktop, 'diagnostics:detail-log')).toEqual([{ isDetailed: true }, { isDetailed: false }])
})
