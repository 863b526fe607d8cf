// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, sampleOverview, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { samplePin } from '../../../tests/support/sample-pin.ts'
import { sampleCheck, sampleFile, sampleProof, sampleSigner } from '../../../tests/support/sample-signing.ts'
import type { SignerModel } from '../../shared/ipc/models-signing.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { useSigning } from './signing-store.ts'

afterEach(forgetApp)

async function openFor(name: string, desktop: FakeDesktop = createFakeDesktop()) {
  const user = await renderApp(desktop)
  await user.click(await screen.findByRole('button', { name }))
  return { user, desktop, dialog: within(await screen.findByRole('dialog')) }
}

const pair = '验证签名：济南示例科技有限公司'

test('a certificate is tried with the PIN, once, and the result says what was done with what', async () => {
  const { user, dialog, desktop } = await openFor(pair)
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  expect(await dialog.findByText('验证成功，私钥与证书一致')).toBeDefined()
  for (const text of ['济南示例科技有限公司', '2C 41 8A 09', 'RSA 2048']) expect(dialog.getByText(text)).toBeDefined()
  expect(desktop.calls.filter(({ channel }) => channel === 'signing:prove')).toEqual([
    { channel: 'signing:prove', input: { certificateId: 'a'.repeat(64), pin: samplePin } },
  ])
  expect(JSON.stringify(useSigning.getState())).not.toContain(samplePin)
})

test('the cursor is in the PIN field, whatever can be chosen above it', async () => {
  const { dialog } = await openFor(pair)
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('PIN')))
})

test('a wrong PIN is said in the form, and the encryption certificate can be chosen', async () => {
  const { user, dialog, desktop } = await openFor(pair)
  await user.type(dialog.getByLabelText('PIN'), '999999{Enter}')
  expect(await dialog.findByText('PIN 不正确')).toBeDefined()
  await user.click(dialog.getByRole('radio', { name: '加密证书' }))
  expect(dialog.getByText(/由 USB Key 解密后核对/)).toBeDefined()
  desktop.answer('signing:prove', () => ({ ok: true, value: sampleProof({ kind: 'decryption' }) }))
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  expect(await dialog.findByText('验证成功，可以解密')).toBeDefined()
})

test('a proof that failed and a certificate that has expired are both said', async () => {
  const { user, dialog, desktop } = await openFor(pair)
  const failed = sampleProof({ period: 'after', failure: { code: 'signing.keyMismatch' } })
  desktop.answer('signing:prove', () => ({ ok: true, value: failed }))
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  expect(await dialog.findByText('私钥与证书不一致')).toBeDefined()
  expect(dialog.getByText(/代码 signing.keyMismatch/)).toBeDefined()
  expect(dialog.getByText(/这张证书已过期/)).toBeDefined()
  expect(dialog.queryByText(/验证成功/)).toBeNull()
})

test('what is no matter of the PIN is said above the form', async () => {
  const { user, dialog, desktop } = await openFor(pair)
  desktop.failOnce('signing:prove', 'token.busy')
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  expect(await dialog.findByText('USB Key 正在使用中')).toBeDefined()
})

test('a file is signed: chosen, PIN, saved beside it', async () => {
  const { user, dialog, desktop } = await openFor(pair)
  await user.click(dialog.getByText('签署文件'))
  expect(dialog.queryByLabelText('PIN')).toBeNull()
  await user.click(dialog.getByRole('button', { name: '选择要签署的文件' }))
  expect(await dialog.findByText('合同.pdf')).toBeDefined()
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  expect(await dialog.findByText('已签署，签名保存为 合同.pdf.p7s')).toBeDefined()
  const asked = desktop.calls.find(({ channel }) => channel === 'signing:sign-file')
  expect(asked?.input).toEqual({ certificateId: 'a'.repeat(64), fileId: sampleFile('').id, pin: samplePin })
})

test('a file is checked without a key, and the signature beside it is taken along', async () => {
  const desktop = createFakeDesktop({ overview: sampleOverview({ tokens: [], cards: [] }) })
  const { user, dialog } = await openFor('验证文件', desktop)
  const run = dialog.getByRole<HTMLButtonElement>('button', { name: '开始验证' })
  expect(run.disabled).toBe(true)
  const beside = sampleFile('合同.pdf.p7s')
  desktop.answer('signing:choose-file', () => ({
    ok: true,
    value: { isChosen: true, file: sampleFile('合同.pdf'), beside },
  }))
  await user.click(dialog.getByRole('button', { name: '选择文件' }))
  expect(await dialog.findByText('合同.pdf.p7s')).toBeDefined()
  await user.click(dialog.getByRole('button', { name: '开始验证' }))
  expect(await dialog.findByText('文件完整：签署后没有改动')).toBeDefined()
  expect(dialog.getByText('未核实')).toBeDefined()
  expect(dialog.getByText('签署时间（签名者自称）')).toBeDefined()
})

test.each<[Partial<SignerModel>, RegExp]>([
  [{ outcome: 'content-changed' }, /已被改动/],
  [{ outcome: 'signature-wrong' }, /签名核对没有通过/],
  [{ outcome: 'other-certificate' }, /证书被换过/],
  [{ outcome: 'no-certificate', certificate: undefined }, /没有签名者的证书/],
  [{ outcome: 'unsupported' }, /不代表签名有问题/],
  [{ isWeak: true }, /SHA-1/],
  [{ maySign: false }, /按规定不能用来签名/],
  [{ period: 'after' }, /^已过期$/],
])('%j is said for what it is, and never as more', async (changes, words) => {
  const desktop = createFakeDesktop()
  const { user, dialog } = await openFor('验证文件', desktop)
  const signer = sampleSigner(changes)
  desktop.answer('signing:verify-file', () => ({ ok: true, value: sampleCheck([signer]) }))
  await user.click(dialog.getByRole('button', { name: '选择文件' }))
  await user.click(dialog.getByRole('button', { name: /^选择签名文件/ }))
  await user.click(dialog.getByRole('button', { name: '开始验证' }))
  expect(await dialog.findByText(words)).toBeDefined()
  if (signer.outcome !== 'intact') expect(dialog.queryByText(/文件完整/)).toBeNull()
})

test('the dialog forgets everything when it is closed', async () => {
  const { user, dialog } = await openFor(pair)
  await user.type(dialog.getByLabelText('PIN'), `${samplePin}{Enter}`)
  await dialog.findByText(/验证成功/)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(useSigning.getState()).toMatchObject({ proof: undefined, card: undefined, content: undefined })
})
