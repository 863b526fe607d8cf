// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const choose = async (desktop = createFakeDesktop()) => {
  const user = await renderApp(desktop)
  await press(user, '设置')
  return { desktop, user, pick: async (name: string) => user.click(await screen.findByRole('radio', { name })) }
}

test('everything speaks English as soon as it is chosen, and Chinese again', async () => {
  const { desktop, pick } = await choose()
  expect(await screen.findByRole('radio', { name: '跟随系统' })).toHaveProperty('checked', true)
  await pick('English')
  expect(await screen.findByRole('heading', { name: 'Settings', level: 1 })).toBeDefined()
  expect([document.documentElement.lang, document.title]).toEqual(['en', 'CA User Tool'])
  const panel = screen.getByRole('group', { name: 'Language' })
  // Whoever cannot read the page finds the own language by its own name.
  expect(within(panel).getByText('中文').getAttribute('lang')).toBe('zh-CN')
  expect(desktop.calls.filter(({ channel }) => channel === 'appearance:change')).toEqual([
    { channel: 'appearance:change', input: { choice: 'en' } },
  ])
  await pick('中文')
  expect(await screen.findByRole('heading', { name: '设置', level: 1 })).toBeDefined()
  expect([document.documentElement.lang, document.title]).toEqual(['zh-CN', 'CA 用户工具'])
})

test('a failure is told in the language of the page', async () => {
  const { desktop, pick } = await choose()
  await pick('English')
  await screen.findByRole('heading', { name: 'Settings', level: 1 })
  desktop.failOnce('appearance:change', 'settings.saveFailed')
  await pick('150%')
  expect(await screen.findByText(/settings\.saveFailed/)).toBeDefined()
  expect(screen.getByRole('radio', { name: '100%' })).toHaveProperty('checked', true)
  expect(document.documentElement.style.fontSize).toBe('100%')
})

test('the text grows as soon as a size is chosen', async () => {
  const { pick } = await choose()
  await pick('200%')
  expect(await screen.findByRole('radio', { name: '200%', checked: true })).toBeDefined()
  expect(document.documentElement.style.fontSize).toBe('200%')
})
