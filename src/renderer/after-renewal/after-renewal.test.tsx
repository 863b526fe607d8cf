// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  createFakeDesktop,
  inDays,
  newDates,
  sampleCard,
  sampleCertificate,
  sampleOverview,
  sampleRenewal,
} from '../../../tests/support/fake-desktop.ts'
import { sampleAfterRenewal, sampleSealCertificate } from '../../../tests/support/sample-seals.ts'
import type { AfterRenewal, SealCertificate } from '../../shared/ipc/models-seals.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const renewed = sampleCertificate('a', { serialNumber: newDates().serialNumber })
const overview = sampleOverview({ cards: [sampleCard([renewed])] })
const renewal = sampleRenewal({ state: 'completed', new: newDates(), provedAt: inDays(0), finishedAt: inDays(0) })

function desktopWith(changes: Partial<AfterRenewal>, certificates: readonly SealCertificate[] = []) {
  const desktop = createFakeDesktop({ overview, renewals: [renewal] })
  desktop.answer('renewal:list-after', () => ({ ok: true, value: [sampleAfterRenewal(changes)] }))
  desktop.answer('seals:certificates', () => ({ ok: true, value: { items: [...certificates] } }))
  return desktop
}

test('the card says quietly from when on the new certificate works', async () => {
  await renderApp(desktopWith({ usableBy: '2099-11-24T02:42:00.000Z' }))
  expect(
    await screen.findByText(/^新证书已写入。业务系统约一个工作日后更新，预计 11 月 24 日 .* 起可用。$/),
  ).toBeDefined()
})

test('where the holidays are not known it says 约', async () => {
  await renderApp(desktopWith({ usableBy: '2099-11-24T02:42:00.000Z', isApproximate: true }))
  expect(await screen.findByText(/预计约 11 月 24 日 .* 起可用，遇节假日顺延。$/)).toBeDefined()
})

test('after it the card says what to do, and a few days later nothing', async () => {
  await renderApp(desktopWith({ usableBy: inDays(-1) }))
  expect(await screen.findByText(/^新证书现在应该可以使用。.*请致电平台客服。$/)).toBeDefined()
  forgetApp()
  await renderApp(desktopWith({ usableBy: inDays(-3.1) }))
  await screen.findByRole('button', { name: '查看详情' })
  expect(screen.queryByText(/新证书/)).toBeNull()
})

test('the time is the one that dates are judged by, whatever this computer’s clock says', async () => {
  await renderApp(desktopWith({ usableBy: inDays(1) }))
  expect(await screen.findByText(/预计 .* 起可用。$/)).toBeDefined()
  act(() => useCertificates.getState().received({ ...overview, now: inDays(2) }))
  expect(await screen.findByText(/^新证书现在应该可以使用。/)).toBeDefined()
})

test('the result leads to the registration of a seal for its card', async () => {
  const mine = sampleSealCertificate({ publicKeySha256: '8'.repeat(64), serialNumber: '88' })
  const other = sampleSealCertificate({ id: 'c-2', cardNumber: '1', commonName: '他人' })
  const user = await renderApp(desktopWith({ usableBy: '2099-11-24T02:42:00.000Z' }, [other, mine]))
  await press(user, '延期与修复')
  await press(user, /^查看结果/)
  expect(await screen.findByText(/在 11 月 24 日 .* 之前提示“证书未生效或者用户不存在”是正常的/)).toBeDefined()
  await press(user, '去注册电子印章')
  const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: /3701 0088 2231/ })
  expect(chosen.checked).toBe(true)
})

test('a new certificate that the platform does not list yet is waited for', async () => {
  const user = await renderApp(desktopWith({ usableBy: inDays(-1) }, [sampleSealCertificate({ cardNumber: '1' })]))
  await press(user, '延期与修复')
  await press(user, /^查看结果/)
  expect(await screen.findByText(/已过，业务系统应该已经更新。/)).toBeDefined()
  await press(user, '去注册电子印章')
  expect(await screen.findByText(/^平台还没有卡号 3701 0088 2231 的新证书。/)).toBeDefined()
})
