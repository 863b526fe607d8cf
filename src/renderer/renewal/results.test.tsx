// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  inDays,
  newDates,
  sampleCard,
  sampleCertificate,
  sampleOverview,
  sampleRenewal,
  sampleSubSteps,
} from '../../../tests/support/fake-desktop.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { forgetApp } from '../testing/render-app.tsx'
import { openRenewals, press, resumeRenewal } from '../testing/wizard.ts'

afterEach(forgetApp)

const local = (instant: string) => localDateTime(new Date(instant))
const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
const names = (done: number, encryption: Renewal['encryption']) =>
  sampleRenewal({ state: 'issued', encryption, needsPin: false, subSteps: sampleSubSteps(done, 'waiting', true) })
const completed = (changes: Partial<Renewal>) =>
  sampleRenewal({ state: 'completed', new: newDates(), provedAt: inDays(0), finishedAt: inDays(0), ...changes })

async function openResult(renewal: Renewal, overview = sampleOverview()) {
  const opened = await openRenewals([renewal], overview)
  await press(opened.user, /^查看结果/)
  return opened
}

/** The pair on the key after a renewal, with an encryption certificate that ends then. */
const pairUntil = (notAfter: string) => {
  const signing = sampleCertificate('a', { serialNumber: newDates().serialNumber })
  const encryption = { usage: 'encryption', notAfter, action: 'none', serialNumber: '0E' } as const
  const historical = sampleCertificate('d', { ...encryption, notAfter: inDays(-900), isHistorical: true })
  return sampleOverview({ cards: [sampleCard([signing, sampleCertificate('e', encryption), historical])] })
}

test('the steps of the encryption certificate are shown where there is one', async () => {
  const { desktop } = await resumeRenewal(names(5, 'pending'))
  expect(await screen.findByText('写入新加密证书')).toBeDefined()
  expect(screen.getByText('在 USB Key 内解开新的加密密钥')).toBeDefined()
  expect(screen.getByText('已完成 3 步，共 10 步')).toBeDefined()
  expect(screen.getByText('一并更换')).toBeDefined()
  act(() => desktop.emit('renewal:changed', names(5, 'none')))
  expect(screen.queryByText('写入新加密证书')).toBeNull()
  expect(screen.getByText('已完成 3 步，共 8 步')).toBeDefined()
})

test('what the token cannot take is passed over, never called done', async () => {
  await resumeRenewal(names(8, 'skipped'))
  expect(await screen.findByText('已完成 4 步，共 8 步')).toBeDefined()
  expect(steps().filter((text) => text.includes('加密'))).toEqual([
    '在 USB Key 内解开新的加密密钥 已跳过',
    '写入新加密证书 已跳过',
  ])
})

test('a renewed pair shows the dates of both new certificates', async () => {
  const newEncryption = { notBefore: inDays(0), notAfter: inDays(388.5), serialNumber: '5E9017D4' }
  await openResult(completed({ encryption: 'written', newEncryption }))
  const panel = async (name: string) => {
    const heading = await screen.findByRole('heading', { name })
    return within(heading.parentElement ?? document.body)
  }
  expect((await panel('延期前 · 签名证书')).getByText('2C 41 8A 09')).toBeDefined()
  expect((await panel('延期后 · 签名证书')).getByText(local(newDates().notAfter))).toBeDefined()
  const encryption = await panel('延期后 · 加密证书')
  expect(encryption.getByText(local(newEncryption.notAfter))).toBeDefined()
  expect(encryption.getByText('5E 90 17 D4')).toBeDefined()
  expect(screen.getByText(/旧加密证书已保留，用于解密旧文件。/)).toBeDefined()
})

test('a renewal by SKF says that no real key was tried that way, and why the old pair is still there', async () => {
  await openResult(completed({ isExperimental: true, oldPairKept: 'holds-encryption-key' }))
  expect((await screen.findByRole('note')).textContent).toContain('尚未用真实的 USB Key 实测')
  expect(screen.getByText(/旧的签名证书仍在 USB Key 中：它和旧加密密钥在同一个容器里/)).toBeDefined()
})

test('a renewal by PKCS#11 is not called experimental', async () => {
  await openResult(completed({}))
  await screen.findByRole('heading', { name: /^延期后/ })
  expect(screen.queryByText(/实验性/)).toBeNull()
})

test('an encryption certificate that was not replaced is said plainly, with how long the old one lasts', async () => {
  const end = inDays(26.5)
  await openResult(completed({ encryption: 'skipped' }), pairUntil(end))
  const note = (await screen.findByRole('heading', { name: '加密证书没有更换' })).parentElement
  expect(note?.textContent).toContain(
    `这把 USB Key 不能写入新的加密密钥，签名证书已延期。原加密证书保留并继续有效至 ${local(end)}。`,
  )
  expect(note?.textContent).toContain('请联系颁发机构')
  expect(screen.queryByText(/延期后 · 加密证书/)).toBeNull()
})

test('an old encryption certificate that has ended is not called valid', async () => {
  const end = inDays(-12.5)
  await openResult(completed({ encryption: 'skipped', kind: 'repair' }), pairUntil(end))
  const note = (await screen.findByRole('heading', { name: '加密证书没有更换' })).parentElement
  expect(note?.textContent).toContain(`它已于 ${local(end)} 过期。`)
  expect(note?.textContent).not.toContain('继续有效')
})

test('a certificate that failed a check: why, what was undone, and how long the old one lasts', async () => {
  const failure = { code: 'issued.otherSubject' } as const
  await openResult(sampleRenewal({ state: 'abandoned', needsPin: false, failure, finishedAt: inDays(0) }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('新证书的持有者与原证书不一致。')
  expect(screen.getByText(/没有启用.*本次写入 USB Key 的内容已全部移除。/)).toBeDefined()
  expect(screen.getByText(`原证书没有改动，仍有效至 ${local(inDays(26.5))}。`)).toBeDefined()
  expect(screen.getByText('R20261123-0142')).toBeDefined()
})

test('giving up by wish is not told as a refusal, and an expired certificate is not called valid', async () => {
  const old = { notBefore: inDays(-377.5), notAfter: inDays(-12.5), serialNumber: '7F0311C5' }
  await openResult(sampleRenewal({ kind: 'repair', state: 'abandoned', old, needsPin: false }))
  expect(await screen.findByText(`原证书没有改动。它已于 ${local(old.notAfter)} 过期，可以重新修复。`)).toBeDefined()
  expect(screen.queryByText(/没有启用/)).toBeNull()
})

test('the receipt is saved from the result, and the toast names the file', async () => {
  const { desktop, user } = await openResult(completed({ encryption: 'none' }))
  desktop.failOnce('renewal:save-receipt', 'renewal.receiptFailed')
  await press(user, '保存回执（PDF）')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('回执没有保存')
  expect(alert.textContent).toContain('代码 renewal.receiptFailed')
  await press(user, '保存回执（PDF）')
  expect(await screen.findByText('回执已保存：延期回执.pdf')).toBeDefined()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(desktop.calls.at(-1)?.input).toEqual({ renewalId: sampleRenewal().id })
  desktop.answer('renewal:save-receipt', () => ({ ok: true, value: { saved: false } }))
  await press(user, '保存回执（PDF）')
  expect(await screen.findByText('没有保存回执')).toBeDefined()
  await press(user, '关闭')
  expect(screen.queryByText('没有保存回执')).toBeNull()
})
