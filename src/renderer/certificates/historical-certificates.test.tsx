// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  inDays,
  sampleCard,
  sampleCertificate,
  sampleOverview,
} from '../../../tests/support/fake-desktop.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

const encryption = {
  usage: 'encryption',
  key: 'unknown',
  action: 'none',
  actionRefusal: { code: 'renewal.encryptionOnly' },
} as const
const ended = { status: 'expired', notAfter: inDays(-400), isHistorical: true } as const

const card = () =>
  sampleCard([
    sampleCertificate('a'),
    sampleCertificate('e', { ...encryption, serialNumber: '0E01' }),
    sampleCertificate('1', { ...encryption, ...ended, serialNumber: '0101' }),
    sampleCertificate('2', { ...encryption, ...ended, serialNumber: '0202' }),
  ])
const heading = '历史加密证书（保留，用于解密旧文件）'

async function open() {
  const user = await renderApp(createFakeDesktop({ overview: sampleOverview({ cards: [card()] }) }))
  return { user, article: await screen.findByRole('article', { name: /济南示例科技有限公司 ?正常/ }) }
}

test('what is kept for old files is listed quietly below the pair', async () => {
  const { article } = await open()
  const section = within(article).getByRole('region', { name: heading })
  expect(section.textContent).toContain('序列号 01 01')
  expect(section.textContent).toContain(localDateTime(new Date(ended.notAfter)))
  expect(within(section).queryByRole('button')).toBeNull()
  // Its end is nobody's worry: neither the card nor the page calls for anything.
  expect(within(article).queryByText('已过期')).toBeNull()
  expect(screen.queryByRole('button', { name: /^立即/ })).toBeNull()
  expect(within(article).getAllByRole('img')).toHaveLength(2)
})

test('an old signing certificate that had to stay is listed there too, by what it was for', async () => {
  const signing = sampleCertificate('3', { ...ended, usage: 'signing', action: 'none', serialNumber: '0303' })
  const cards = [sampleCard([...card().certificates, signing])]
  await renderApp(createFakeDesktop({ overview: sampleOverview({ cards }) }))
  const section = await screen.findByRole('region', { name: '历史证书（保留，打开旧文件可能还要用到）' })
  const rows = within(section).getAllByRole('listitem')
  expect(rows.map(({ textContent }) => /^历史..证书/.exec(textContent)?.[0])).toEqual([
    '历史加密证书',
    '历史加密证书',
    '历史签名证书',
  ])
  expect(screen.queryByRole('button', { name: /^立即/ })).toBeNull()
})

test('an encryption certificate whose key cannot be seen is not said to lack it', async () => {
  const { user, article } = await open()
  expect(within(article).queryByText('无私钥')).toBeNull()
  await user.click(within(article).getByRole('button', { name: '查看详情' }))
  const drawer = await screen.findByRole('dialog')
  const headings = within(drawer).getAllByRole('heading', { level: 3 })
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    '签名证书',
    '加密证书',
    '历史加密证书',
    '历史加密证书',
    'USB Key',
  ])
  expect(within(drawer).getAllByText('无法判断')).toHaveLength(3)
  expect(within(drawer).queryByText(/无私钥|不在 USB Key 中/)).toBeNull()
})

test('each of several can be told apart when it is exported', async () => {
  const { user, article } = await open()
  await user.click(within(article).getByRole('button', { name: '导出' }))
  expect(await screen.findByRole('menuitem', { name: '历史加密证书 01 01 · 文本（PEM）' })).toBeDefined()
  expect(screen.getByRole('menuitem', { name: '历史加密证书 02 02 · 文本（PEM）' })).toBeDefined()
  expect(screen.getByRole('menuitem', { name: '加密证书 · 文本（PEM）' })).toBeDefined()
})
