// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleRoot, sampleSettings } from '../../../tests/support/sample-settings.ts'
import { localDateTime } from '../format/date-time.ts'
import { zhCn } from '../i18n/zh-CN/texts.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

async function openSettings(desktop = createFakeDesktop()) {
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  return { desktop, user, address: await screen.findByLabelText<HTMLInputElement>('平台地址') }
}

const plain = 'http://10.0.0.1:808'

function saves(desktop: FakeDesktop): readonly unknown[] {
  return desktop.calls.filter(({ channel }) => channel === 'settings:save-platform').map(({ input }) => input)
}

test('an address without encryption has to be agreed to, by its very origin', async () => {
  const { desktop, user, address } = await openSettings()
  await user.clear(address)
  await user.type(address, `${plain}/online{Enter}`)
  expect(await screen.findByText(/先勾选上面的同意/)).toBeDefined()
  expect(saves(desktop)).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: `我了解上述风险，同意不加密连接 ${plain}` }))
  await user.click(screen.getByRole('button', { name: '保存地址' }))
  expect(await screen.findByText('平台地址已保存。')).toBeDefined()
  expect(saves(desktop)).toEqual([{ address: `${plain}/online`, approvedOrigin: plain }])
  expect(screen.getByText('未加密')).toBeDefined()
})

test('an agreement ends when the address becomes another', async () => {
  const connection = { ...sampleSettings().connection, approvedPlainOrigin: plain }
  const { desktop, user, address } = await openSettings(
    createFakeDesktop({ settings: { platformAddress: plain, connection } }),
  )
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /同意不加密连接/ }).checked).toBe(true)
  await user.type(address, '4')
  expect(
    screen.getByRole<HTMLInputElement>('checkbox', { name: `我了解上述风险，同意不加密连接 ${plain}4` }).checked,
  ).toBe(false)
  await user.type(address, '{Backspace}{Enter}')
  expect(await screen.findByText(/先勾选上面的同意/)).toBeDefined()
  await user.clear(address)
  await user.type(address, 'https://ca.example.com{Enter}')
  expect(await screen.findByText('平台地址已保存。')).toBeDefined()
  expect(saves(desktop)).toEqual([{ address: 'https://ca.example.com' }])
})

test('the manual’s address is offered, explained, and not saved by that', async () => {
  const { desktop, user, address } = await openSettings()
  await user.click(screen.getByRole('button', { name: '填入手册里的地址' }))
  expect(address.value).toBe(zhCn.settings.platform.manualAddress)
  expect(await screen.findByText(/可以看到平台账号、密码和短信验证码/)).toBeDefined()
  expect(saves(desktop)).toEqual([])
})

test('a good address is saved and said to be', async () => {
  const { desktop, user, address } = await openSettings()
  await user.clear(address)
  await user.type(address, 'http://127.0.0.1:8080{Enter}')
  expect(await screen.findByText('平台地址已保存。')).toBeDefined()
  const saved = desktop.calls.filter(({ channel }) => channel === 'settings:save-platform')
  expect(saved.map(({ input }) => input)).toEqual([{ address: 'http://127.0.0.1:8080' }])
  expect(screen.getByText('本机地址')).toBeDefined()
})

test('a refusal of main’s says which part of the address it is about', async () => {
  const { desktop, user, address } = await openSettings()
  desktop.failOnce('settings:save-platform', 'platform.addressInvalid', { reason: 'api-version' })
  await user.type(address, '/api/v9{Enter}')
  expect(await screen.findByText(/地址里的接口版本与本程序不同。/)).toBeDefined()
  expect(screen.queryByText('平台地址已保存。')).toBeNull()
})

test('pins, proxy and the system’s network are saved together', async () => {
  const { desktop, user } = await openSettings()
  const pin = `${'A'.repeat(43)}=`
  expect(screen.queryByRole('button', { name: '保存连接设置' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '展开' }))
  await user.type(screen.getByLabelText('平台的密钥指纹'), ` ${pin}{Enter}{Enter}${pin} `)
  await user.click(screen.getByRole('radio', { name: '手动填写' }))
  await user.type(screen.getByLabelText('代理地址'), 'proxy.example.com:8080')
  await user.click(screen.getByRole('checkbox', { name: /使用系统网络设置/ }))
  expect(screen.getByLabelText<HTMLInputElement>('代理地址').closest('fieldset')?.disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: '保存连接设置' }))
  expect(await screen.findByText('连接设置已保存，下次连接时使用。')).toBeDefined()
  const proxy = { mode: 'manual', address: 'proxy.example.com:8080' }
  expect(desktop.calls.at(-1)?.input).toEqual({ pins: [pin, pin], proxy, useSystemNetwork: true })
})

test('what main finds wrong with a proxy stands beside the button', async () => {
  const { desktop, user } = await openSettings()
  await user.click(screen.getByRole('button', { name: '展开' }))
  desktop.failOnce('settings:save-connection', 'settings.proxyInvalid', { reason: 'scheme' })
  await user.click(screen.getByRole('button', { name: '保存连接设置' }))
  expect(await screen.findByText(/代理只能是 http、https、socks4 或 socks5。/)).toBeDefined()
})

test('a root certificate is shown by what it is, and can be removed', async () => {
  const { desktop, user } = await openSettings()
  await user.click(screen.getByRole('button', { name: '展开' }))
  await user.click(screen.getByRole('button', { name: '选择根证书文件' }))
  expect(await screen.findByText(sampleRoot.subject)).toBeDefined()
  expect(screen.getByText(localDateTime(new Date(sampleRoot.notAfter)))).toBeDefined()
  expect(screen.getByText('加密连接，使用单位自己的根证书')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '移除根证书' }))
  expect(await screen.findByText('未设置，使用公共的根证书。')).toBeDefined()
  expect(desktop.calls.at(-1)?.channel).toBe('settings:remove-root')
})

test('the demonstration lets nothing be changed', async () => {
  const { user, address } = await openSettings(createFakeDesktop({ app: { mode: 'demo' } }))
  await user.click(screen.getByRole('button', { name: '展开' }))
  const fixed = ['保存地址', '选择根证书文件', '保存连接设置'].map((name) =>
    screen.getByRole<HTMLButtonElement>('button', { name }),
  )
  expect([address, ...fixed].every(({ disabled }) => disabled)).toBe(true)
  expect(screen.queryByRole('button', { name: '填入手册里的地址' })).toBeNull()
})

test('every page says that the platform is spoken to without encryption, as long as it is', async () => {
  const desktop = createFakeDesktop({ account: { platformAddress: plain } })
  const user = await renderApp(desktop)
  const warned = () => screen.queryByText('平台连接未加密') !== null
  const pages = ['我的证书', '延期与修复', '设置']
  for (const page of pages) {
    await user.click(screen.getByRole('button', { name: page }))
    expect(warned(), page).toBe(true)
  }
  act(() => desktop.emit('account:changed', { platformAddress: 'https://ca.example.com' }))
  expect(warned()).toBe(false)
  act(() => desktop.emit('account:changed', { platformAddress: 'http://127.0.0.1:1' }))
  expect(warned()).toBe(false)
})

test('a driver can be added and removed, and a failed one says why', async () => {
  const path = '/opt/old.so'
  const module = { path, name: 'old.so', state: 'failed', failure: { code: 'token.moduleBroken' } } as const
  const overview = sampleOverview({ modules: [module] })
  const desktop = createFakeDesktop({ overview, settings: { modules: [path] } })
  const { user } = await openSettings(desktop)
  const row = within(await screen.findByRole('listitem'))
  expect(row.getByText('不可用')).toBeDefined()
  expect(row.getByText('驱动不能启动')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '添加驱动' }))
  expect(await screen.findByText('尚未检测')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '移除驱动 old.so' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'settings:remove-module', input: { path } })
})

test('a platform that is not set leads here', async () => {
  const desktop = createFakeDesktop({ account: {} })
  desktop.failOnce('renewal:start', 'platform.notConfigured')
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '延期：济南示例科技有限公司' }))
  await user.click(await screen.findByRole('button', { name: '下一步' }))
  await user.click(await screen.findByRole('button', { name: '前往设置' }))
  expect(await screen.findByLabelText('平台地址')).toBeDefined()
})
