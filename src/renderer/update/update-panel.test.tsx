// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import {
  offeredUpdate,
  sampleUpdateOffer,
  sampleUpdateReport,
  updateAddress,
} from '../../../tests/support/sample-update.ts'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

async function openSettings(report?: UpdateReport) {
  const desktop = createFakeDesktop()
  if (report !== undefined) desktop.answer('update:report', () => ({ ok: true, value: report }))
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: /^设置/ }))
  const panel = within(await screen.findByRole('region', { name: '程序更新' }))
  return { desktop, user, panel }
}

const asked = ({ calls }: FakeDesktop) =>
  calls.filter(({ channel }) => channel.startsWith('update:')).map(({ channel }) => channel)

it('asks nobody until an address is saved, and refuses one that is not encrypted before it is sent', async () => {
  const { desktop, user, panel } = await openSettings()
  expect(panel.getByText(/没有设置更新地址/)).toBeDefined()
  expect(panel.getByRole('button', { name: '检查更新' })).toHaveProperty('disabled', true)
  const field = panel.getByLabelText('更新地址')
  await user.type(field, 'http://updates.example.com')
  await press(user, '保存更新地址')
  expect(panel.getByText(/这个地址没有加密/)).toBeDefined()
  expect(asked(desktop)).toEqual(['update:report'])
  await user.clear(field)
  await user.type(field, updateAddress)
  await press(user, '保存更新地址')
  expect(await panel.findByText('更新地址已保存。')).toBeDefined()
  expect(panel.getByRole('button', { name: '检查更新' })).toHaveProperty('disabled', false)
})

it('shows what is new as text, and asks before it downloads', async () => {
  const notes = '<img src=x onerror=alert(1)>\n<b>粗</b>'
  const { desktop, user, panel } = await openSettings(offeredUpdate({ offer: sampleUpdateOffer({ notes }) }))
  expect(panel.getByText(/有新版本 0.2.0，现在是 0.1.0/)).toBeDefined()
  const shown = panel.getByRole('region', { name: '更新内容' })
  expect([shown.textContent, shown.children.length]).toEqual([notes, 0])
  expect(panel.getByText('92 MB')).toBeDefined()
  expect(panel.getByText(/会保留现在的 0.1.0/)).toBeDefined()
  expect(screen.getByRole('button', { name: /^设置.*有新版本$/ })).toBeDefined()
  await press(user, '下载')
  act(() => desktop.emit('update:changed', offeredUpdate({ stage: 'loading', isNews: false })))
  expect(screen.getByRole('region', { name: '程序更新' }).contains(document.activeElement)).toBe(true)
  expect(asked(desktop)).toEqual(['update:report', 'update:download'])
})

it('shows how far it is, stops, goes on, and installs when asked', async () => {
  const { desktop, user, panel } = await openSettings(
    offeredUpdate({ stage: 'loading', isNews: false, received: 48_234_496 }),
  )
  expect(panel.getByRole('progressbar', { name: '0.2.0 的下载进度' }).getAttribute('aria-valuenow')).toBe('50')
  await press(user, '取消')
  act(() => desktop.emit('update:changed', offeredUpdate({ stage: 'paused', received: 48_234_496 })))
  await press(user, '继续下载')
  act(() => desktop.emit('update:changed', offeredUpdate({ stage: 'ready' })))
  expect(await panel.findByText(/重启程序后安装/)).toBeDefined()
  await press(user, '重启并安装')
  expect(asked(desktop)).toEqual(['update:report', 'update:stop', 'update:download', 'update:install'])
})

it('puts off: the mark goes, the offer stays', async () => {
  const { desktop, user, panel } = await openSettings(offeredUpdate())
  await press(user, '以后再说')
  act(() => desktop.emit('update:changed', offeredUpdate({ isNews: false })))
  expect(await screen.findByRole('button', { name: '设置' })).toBeDefined()
  expect(panel.getByRole('button', { name: '下载' })).toBeDefined()
})

it('neither downloads nor installs while a token is being written to', async () => {
  const { panel } = await openSettings(offeredUpdate({ stage: 'ready', isHeldUp: true, isNews: false }))
  expect(panel.getByText(/正在写入 USB Key/)).toBeDefined()
  expect(panel.getByRole('button', { name: '重启并安装' })).toHaveProperty('disabled', true)
})

describe('what stands in the way is said', () => {
  it.each<[Partial<UpdateReport>, RegExp]>([
    [{ stage: 'locked', address: updateAddress }, /没有配备核对更新签名的公钥/],
    [{ stage: 'unsupported' }, /不能自己更新/],
    [{ stage: 'current', address: updateAddress }, /已是最新版本 0.1.0/],
    [{ stage: 'current', address: updateAddress, refused: '0.2.0' }, /0.2.0 在这台电脑上没有启动成功/],
    [
      { stage: 'idle', address: updateAddress, failure: { code: 'update.signature', details: { reason: 'wrong' } } },
      /签名不对，内容可能被改动过/,
    ],
    [{ stage: 'idle', address: updateAddress, failure: { code: 'update.feedOlder' } }, /比这台电脑见过的旧/],
  ])('%o', async (changes, words) => {
    const { panel } = await openSettings(sampleUpdateReport(changes))
    expect(panel.getByText(words)).toBeDefined()
  })
})
