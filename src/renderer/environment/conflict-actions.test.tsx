// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { startI18n } from '../i18n/index.ts'
import { ConflictActions } from './conflict-actions.tsx'

const keyX: Finding = {
  ...{ state: 'blocked', subject: '网证通安全客户端 KeyX', fix: 'end-program' },
  failure: { code: 'environment.conflictRunning' },
  details: [
    { label: 'running-program', value: 'KeyX.exe (5120)' },
    { label: 'quit-step', value: '在屏幕右下角点向上的小箭头，展开隐藏的图标。' },
    { label: 'quit-step', value: '右键点它的图标，选退出。' },
    { label: 'quit-effect', value: '退出后网站可能不能登录。' },
  ],
}

beforeEach(() => startI18n('zh-CN'))
afterEach(() => cleanup())

function show(finding: Finding, failure?: Failure) {
  const asked = { onEnd: vi.fn(), onRecheck: vi.fn() }
  render(<ConflictActions finding={finding} isEnding={false} failure={failure} {...asked} />)
  return { user: userEvent.setup(), ...asked }
}

const button = (name: string) => screen.getByRole('button', { name })

test('asks before a program is asked to end, naming it and what may be lost', async () => {
  const { user, onEnd } = show(keyX)
  await user.click(button('网证通安全客户端 KeyX：请它退出'))
  const dialog = within(await screen.findByRole('dialog', { name: '请 网证通安全客户端 KeyX 退出？' }))
  expect(dialog.getByText('KeyX.exe (5120)')).toBeDefined()
  expect(dialog.getByText(/没有保存的内容可能会丢失.*退出后网站可能不能登录/)).toBeDefined()
  await user.click(dialog.getByRole('button', { name: /取\s?消/ }))
  expect(onEnd).not.toHaveBeenCalled()
  await user.click(button('网证通安全客户端 KeyX：请它退出'))
  await user.click(await screen.findByRole('button', { name: '请它退出' }))
  expect(onEnd).toHaveBeenCalledOnce()
})

test('says in the dialog what became of it', async () => {
  const { user } = show(keyX, { code: 'environment.programStillRunning' })
  await user.click(button('网证通安全客户端 KeyX：请它退出'))
  expect(await screen.findByText('程序还没有退出')).toBeDefined()
})

test('shows how to end it, in order, and looks again', async () => {
  const { user, onRecheck } = show(keyX)
  await user.click(button('网证通安全客户端 KeyX：查看退出方法'))
  const dialog = within(await screen.findByRole('dialog', { name: '怎样退出：网证通安全客户端 KeyX' }))
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '在屏幕右下角点向上的小箭头，展开隐藏的图标。',
    '右键点它的图标，选退出。',
  ])
  await user.click(dialog.getByRole('button', { name: '我已退出，重新检测' }))
  expect(onRecheck).toHaveBeenCalledOnce()
})

test('offers no end where the row does not, and general steps for a program that nobody knows', async () => {
  const { user } = show({ state: 'blocked', subject: 'soffice', failure: { code: 'environment.keyHeld' } })
  expect(screen.queryByRole('button', { name: 'soffice：请它退出' })).toBeNull()
  await user.click(button('soffice：查看退出方法'))
  const dialog = within(await screen.findByRole('dialog', { name: '怎样退出：soffice' }))
  expect(dialog.getAllByRole('listitem')).toHaveLength(3)
})
