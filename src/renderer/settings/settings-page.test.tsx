// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleDriver, sampleDriverReport } from '../../../tests/support/sample-drivers.ts'
import { sampleRoot, sampleSettings } from '../../../tests/support/sample-settings.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
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

/** The rows of the drivers, as they are read. */
async function driverRows(desktop: FakeDesktop) {
  const { user } = await openSettings(desktop)
  return { user, rows: await screen.findAllByRole('listitem') }
}

test('a driver in quarantine says why, since when, and is tried again when asked', async () => {
  const failure = { code: 'token.quarantined', details: { reason: 'crashed', detail: 'open SIGSEGV' } } as const
  const broken = sampleDriver({ state: 'quarantined', failure, quarantinedAt: '2026-11-26T08:00:00.000Z' })
  const desktop = createFakeDesktop({ drivers: sampleDriverReport({ drivers: [broken] }) })
  const { user, rows } = await driverRows(desktop)
  const row = within(rows[0] ?? document.body)
  const told = ['龙脉 mToken GM3000', '已隔离', '驱动已被隔离', /它在启动时崩溃了。隔离于 .*。/, /open SIGSEGV/]
  for (const words of told) expect(row.getByText(words)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '重试驱动 libgm3000_pkcs11.so' }))
  expect(await screen.findByText('正在启动')).toBeDefined()
  expect(desktop.calls.at(-1)).toEqual({ channel: 'drivers:retry', input: { path: broken.path } })
})

test('an installed program shows where the licences of what is inside lie; another one has none', async () => {
  const desktop = createFakeDesktop({ app: { version: '0.1.0', mode: 'real', hasLicences: true } })
  const { user } = await driverRows(desktop)
  await user.click(screen.getByRole('button', { name: '开源许可' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'app:show-licences', input: {} })
  expect(screen.queryByText(/没有打开文件夹/)).toBeNull()
  desktop.answer('app:show-licences', () => ({ ok: false, failure: { code: 'internal' } }))
  await user.click(screen.getByRole('button', { name: '开源许可' }))
  expect(await screen.findByText(/没有打开文件夹/)).toBeDefined()
  forgetApp()
  await driverRows(createFakeDesktop())
  expect(screen.queryByRole('button', { name: '开源许可' })).toBeNull()
})

test('only what the user has added can be removed', async () => {
  const added = sampleDriver({
    path: '/opt/old.so',
    name: 'old.so',
    known: undefined,
    origins: ['user'],
    isRemovable: true,
  })
  const desktop = createFakeDesktop({ drivers: sampleDriverReport({ drivers: [sampleDriver(), added] }) })
  const { user, rows } = await driverRows(desktop)
  expect(
    within(rows[0] ?? document.body).getByText(/未实测 · PKCS#11 接口 · 64 位 · 处理器 x64 · 内置列表/),
  ).toBeDefined()
  expect(within(rows[1] ?? document.body).getByText('PKCS#11 接口 · 64 位 · 处理器 x64 · 手动添加')).toBeDefined()
  await user.click(screen.getByRole('button', { name: /^移除驱动/ }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'settings:remove-module', input: { path: '/opt/old.so' } })
  await user.click(screen.getByRole('button', { name: '添加驱动' }))
  expect(desktop.calls.at(-1)?.channel).toBe('settings:add-module')
})

test('drivers that are not used are folded, with the reason for each', async () => {
  const failure = { code: 'token.moduleWrongArchitecture', details: { bits: 32, reason: 'bits-32' } } as const
  const drivers = [
    sampleDriver({ path: '/waiting.so', state: 'not-plugged', interface: 'skf' }),
    sampleDriver({ path: '/32.dll', state: 'unfit', bits: 32, failure }),
  ]
  const desktop = createFakeDesktop({ drivers: sampleDriverReport({ drivers }) })
  const { user } = await openSettings(desktop)
  expect(await screen.findByText(/^没有找到驱动。/)).toBeDefined()
  expect(screen.queryByText('等待 USB Key')).toBeNull()
  await user.click(screen.getByRole('button', { name: '显示未使用的 2 个' }))
  const reasons = [
    '等待 USB Key',
    /国密 SKF 接口/,
    /插入对应的 USB Key 后自动使用/,
    '32 位',
    /^这是 32 位驱动，本程序是 64 位的。/,
  ]
  for (const words of reasons) expect(screen.getByText(words)).toBeDefined()
  expect(screen.queryByText('实验性')).toBeNull()
})

test('an SKF driver in use says that no real key has been tried with it, a PKCS#11 one does not', async () => {
  const drivers = [
    sampleDriver({ path: '/skf.so', name: 'skf.so', interface: 'skf', known: undefined }),
    sampleDriver({ path: '/pkcs11.so' }),
  ]
  const { rows } = await driverRows(createFakeDesktop({ drivers: sampleDriverReport({ drivers }) }))
  const [skf = document.body, pkcs11 = document.body] = rows
  expect(within(skf).getByText('实验性')).toBeDefined()
  expect(within(skf).getByText(/尚未用真实的 USB Key 实测/)).toBeDefined()
  expect(within(skf).getByText('国密 SKF 接口 · 64 位 · 处理器 x64 · 内置列表')).toBeDefined()
  expect(within(pkcs11).queryByText(/实验性/)).toBeNull()
})

test('a vendor’s page is named by the driver, never by an address', async () => {
  const desktop = createFakeDesktop()
  const { user } = await openSettings(desktop)
  await user.click(await screen.findByRole('button', { name: '厂商网站：龙脉' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'drivers:open-page', input: { driverId: 'longmai-gm3000' } })
})

test('a newer table is shown, and a refused one says why', async () => {
  const desktop = createFakeDesktop()
  const { user } = await openSettings(desktop)
  const update = await screen.findByRole('button', { name: '从文件更新' })
  desktop.failOnce('drivers:update-table', 'resource.refused', { reason: 'signature' })
  await user.click(update)
  expect(await screen.findByText(/文件的签名不对/)).toBeDefined()
  await user.click(update)
  expect(await screen.findByText(/^版本 2（2026-11-26），由更新文件提供/)).toBeDefined()
  expect(screen.queryByText(/文件的签名不对/)).toBeNull()
  expect(screen.getByText('冲突程序表：版本 1（2026-11-26），随程序提供，收录 28 种程序。')).toBeDefined()
})

test('a program without a key says that it takes no table', async () => {
  const { table } = sampleDriverReport()
  const desktop = createFakeDesktop({ drivers: sampleDriverReport({ table: { ...table, acceptsFiles: false } }) })
  await openSettings(desktop)
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: '从文件更新' })).disabled).toBe(true)
  expect(screen.getByText(/还没有配备核对签名的公钥/)).toBeDefined()
})

test('a driver in quarantine is tried again from the list of certificates', async () => {
  const failure = { code: 'token.quarantined', details: { reason: 'hung' } } as const
  const module = {
    path: '/a.so',
    name: 'a.so',
    state: 'failed',
    failure,
    quarantinedAt: '2026-11-26T08:00:00.000Z',
  } as const
  const desktop = createFakeDesktop({ overview: sampleOverview({ modules: [module], tokens: [], cards: [] }) })
  const user = await renderApp(desktop)
  expect(await screen.findByText('驱动已被隔离')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '重试' }))
  expect(desktop.calls.at(-1)).toEqual({ channel: 'drivers:retry', input: { path: '/a.so' } })
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
