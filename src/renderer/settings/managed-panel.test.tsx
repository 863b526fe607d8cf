// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleManaged } from '../../../tests/support/sample-managed.ts'
import type { ManagedReport } from '../../shared/ipc/models-managed.ts'
import { policyKeys } from '../../shared/settings/policy-keys.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function openSettings(managed: ManagedReport | undefined) {
  const user = await renderApp(createFakeDesktop({ settings: managed === undefined ? {} : { managed } }))
  await user.click(await screen.findByRole('button', { name: '设置' }))
  await screen.findByLabelText('平台地址')
  await screen.findByRole('heading', { name: '记住的证书' })
  await user.click(screen.getByRole('button', { name: '展开' }))
  return user
}

const panel = () => within(screen.getByRole('region', { name: '单位统一的设置' }))
const reason = '由管理员设定，不能在这里更改。'

/** Every control that a locked key takes from the user, as a screen reader finds it. */
const controls = () => [
  screen.getByLabelText('平台地址'),
  screen.getByRole('button', { name: '保存地址' }),
  screen.getByRole('button', { name: '选择根证书文件' }),
  screen.getByLabelText('平台的密钥指纹'),
  screen.getByRole('group', { name: '代理' }),
  screen.getByRole('checkbox', { name: '使用系统网络设置（代理需要登录时）' }),
  screen.getByRole('button', { name: '保存连接设置' }),
  screen.getByRole('button', { name: '添加驱动' }),
  screen.getByRole('button', { name: '添加颁发机构' }),
  screen.getByLabelText('更新地址'),
  screen.getByRole('button', { name: '保存更新地址' }),
  screen.getByRole('group', { name: '语言' }),
  screen.getByRole('checkbox', { name: '提醒证书到期' }),
  screen.getByRole('checkbox', { name: '关闭窗口后继续在后台提醒' }),
]
const states = () => controls().map((control) => control.hasAttribute('disabled'))

test('without an administrator nothing is said and everything can be changed', async () => {
  await openSettings(undefined)
  expect(screen.queryByText('单位统一的设置')).toBeNull()
  expect(new Set(states())).toEqual(new Set([false]))
  expect(screen.queryByText(reason)).toBeNull()
})

test('what is locked cannot be changed, and says why', async () => {
  await openSettings(sampleManaged({ locked: policyKeys }))
  expect(new Set(states())).toEqual(new Set([true]))
  const address = screen.getByLabelText('平台地址')
  const described = (address.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(reason)
  expect(screen.queryByRole('button', { name: '填入手册里的地址' })).toBeNull()
  expect(panel().getAllByText('由管理员设定')).toHaveLength(policyKeys.length)
})

test('each key locks its own controls and no other', async () => {
  await openSettings(sampleManaged({ locked: ['proxy', 'reminders'] }))
  const locked = controls().filter((control) => control.hasAttribute('disabled'))
  expect(locked).toEqual([
    screen.getByRole('group', { name: '代理' }),
    screen.getByRole('checkbox', { name: '提醒证书到期' }),
  ])
})

test('a default is told as one, and can be changed', async () => {
  await openSettings(sampleManaged({ given: ['platformAddress'] }))
  expect(panel().getByText('默认值，可以更改')).toBeDefined()
  expect(new Set(states())).toEqual(new Set([false]))
})

test('what cannot be used is told by name, place and code', async () => {
  await openSettings({
    sources: [
      { kind: 'registry', place: 'HKLM' },
      { kind: 'file', place: '/etc/policy.json', failure: 'settings.policyUnprotected' },
    ],
    keys: [],
    problems: [{ kind: 'registry', key: 'platformAdress', fault: 'unknown' }],
  })
  expect(panel().getByText('没有采用单位统一的设置')).toBeDefined()
  expect(panel().getByText(/settings\.policyUnprotected/)).toBeDefined()
  expect(panel().getByText('文件 /etc/policy.json')).toBeDefined()
  expect(panel().getByText('platformAdress：没有这个名称（注册表）')).toBeDefined()
  expect(panel().getByText('没有可以采用的内容。')).toBeDefined()
  expect(new Set(states())).toEqual(new Set([false]))
})
