// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  sampleCard,
  sampleCertificate,
  sampleOverview,
} from '../../../tests/support/fake-desktop.ts'
import { sampleTrust } from '../../../tests/support/sample-trust.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'

afterEach(forgetApp)

test('an authority is added, shown with its fingerprint, and removed; a refused file says why', async () => {
  const desktop = createFakeDesktop()
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name: '设置' }))
  await user.click(await screen.findByRole('button', { name: '显示程序自带的 1 个' }))
  expect(screen.getByText('CFCA EV ROOT')).toBeDefined()
  await user.click(screen.getByRole('button', { name: '添加颁发机构' }))
  const remove = await screen.findByRole('button', { name: '移除颁发机构 单位根证书' })
  expect(screen.getByText('DD '.repeat(32).trim())).toBeDefined()
  await user.click(remove)
  expect(await screen.findByText('还没有自行添加的颁发机构。')).toBeDefined()
  desktop.failOnce('trust:add-authority', 'trust.authorityInvalid', { reason: 'not-ca' })
  await user.click(screen.getByRole('button', { name: '添加颁发机构' }))
  expect(await screen.findByText(/这张证书不是颁发机构的证书/)).toBeDefined()
})

test('a card says who has issued it and what is known of a revocation, and no more', async () => {
  const unknown = sampleTrust({
    result: 'unknown-issuer',
    chain: [],
    revocation: { state: 'unknown', reason: 'unreachable' },
  })
  const one = sampleCertificate('a', { status: 'in-period', trust: unknown })
  await renderApp(createFakeDesktop({ overview: sampleOverview({ cards: [sampleCard([one])] }) }))
  const card = within(await screen.findByRole('article', { name: /济南示例科技有限公司 ?有效期内/ }))
  expect(card.getByText('未核实（不在信任列表里）')).toBeDefined()
  expect(card.getByText('查询不到（连不上颁发机构的地址）')).toBeDefined()
})
