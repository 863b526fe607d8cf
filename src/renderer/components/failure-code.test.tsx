// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { sampleRenewal } from '../../../tests/support/fake-desktop.ts'
import { forgetApp } from '../testing/render-app.tsx'
import { press, resumeRenewal } from '../testing/wizard.ts'

afterEach(forgetApp)

/** In a test antd gives each dialog the same id for its name, so the drawer is found by what is in it. */
async function drawerWith(title: string) {
  const article = await screen.findByRole('article', { name: title })
  const dialog = article.closest<HTMLElement>('[role=dialog]')
  if (dialog === null) throw new Error(`${title} is in no dialog`)
  return within(dialog)
}

test('a code opens its page over the PIN dialog, which is there again as it was', async () => {
  const { user } = await resumeRenewal(sampleRenewal({ state: 'verified' }))
  await press(user, '初始化证书')
  const pin = await screen.findByLabelText('PIN')
  await user.type(pin, '000000')
  await press(user, '使用 PIN 继续')
  const code = await screen.findByRole('button', { name: '代码 token.pinIncorrect，查看说明' })
  await user.type(screen.getByLabelText('PIN'), '2468')
  await user.click(code)
  const page = await drawerWith('PIN 不正确')
  expect(page.getByText('说明')).toBeDefined()
  expect(page.getByText('需要处理')).toBeDefined()
  expect(page.getByText('证书颁发机构：请告诉他们卡号和这个代码。')).toBeDefined()
  expect(page.getByText('The PIN is not correct')).toBeDefined()
  expect(page.getByText('SAR_PIN_INCORRECT 0x0A000024')).toBeDefined()
  expect(page.getByRole('heading', { name: '更完整的说明：PIN 输错了' })).toBeDefined()
  await user.click(page.getByRole('button', { name: '关闭' }))
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
  expect(screen.getByLabelText('PIN')).toHaveProperty('value', '2468')
  await waitFor(() => expect(document.activeElement).toBe(code))
})

test('the drawer goes on to other articles and back', async () => {
  const { user } = await resumeRenewal(sampleRenewal({ state: 'verified' }))
  await press(user, '初始化证书')
  await user.type(await screen.findByLabelText('PIN'), '000000')
  await press(user, '使用 PIN 继续')
  // Twice, as many do.
  await user.dblClick(await screen.findByRole('button', { name: /^代码 token.pinIncorrect/ }))
  const page = await drawerWith('PIN 不正确')
  await user.click(await page.findByRole('button', { name: 'USB Key 锁定了' }))
  expect(await page.findByRole('article', { name: 'USB Key 锁定了' })).toBeDefined()
  await user.click(page.getByRole('button', { name: '返回' }))
  expect(await page.findByRole('article', { name: 'PIN 不正确' })).toBeDefined()
  expect(page.queryByRole('button', { name: '返回' })).toBeNull()
})
