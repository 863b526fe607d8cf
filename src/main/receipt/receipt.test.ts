import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Language } from '../../shared/language.ts'
import { AppError } from '../app-error.ts'
import { recordOf } from '../renewal/testing/fake-work.ts'
import type { RenewalRecord } from '../renewal/renewal-record.ts'
import { buildCertificate } from '../x509/testing/built-certificate.ts'
import { receiptPage } from './receipt-page.ts'
import { toReceipt } from './receipt.ts'
import { saveReceipt } from './save-receipt.ts'

const at = '2026-11-24T08:05:00.000Z'
const base64 = (notAfter: string, serial: number) =>
  Buffer.from(buildCertificate({ notAfter, serialNumber: Uint8Array.of(serial, 2) })).toString('base64')

function completed(changes: Partial<RenewalRecord['entries']> = {}): RenewalRecord {
  const record = recordOf(
    {
      order: { state: 'order', at, orderId: 'order-12345678', expiresAt: at, popRequired: true, popNonce: 'n' },
      issued: { state: 'issued', at, signing: base64('280102030405Z', 0x5e), chain: [] },
      'signing-written': { state: 'signing-written', at },
      proved: { state: 'proved', at },
      confirmed: { state: 'confirmed', at },
      completed: { state: 'completed', at, oldPair: 'removed' },
      ...changes,
    },
    'completed',
  )
  return {
    ...record,
    started: { ...record.started, holder: '张三<script>&"', oldCertificate: base64('261220013000Z', 0x2c) },
  }
}

/** As the screens show a moment: local time. */
function local(instant: string): string {
  const date = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

it('states old and new dates, serial numbers, order, proof and times, and what became of the old pair', () => {
  const page = receiptPage(toReceipt(completed()), new Date(at), 'zh-CN')
  for (const text of [
    ...['数字证书延期回执', 'order-12345678', '2C 02', '5E 02', '后已从 USB Key 移除'],
    ...[local('2026-12-20T01:30:00Z'), local('2028-01-02T03:04:05Z'), local(at)],
  ]) {
    expect(page).toContain(text)
  }
  expect(page).not.toContain('加密证书')
})

it('says that no real key was tried by SKF, and why the old pair was kept', () => {
  const kept = { completed: { state: 'completed', at, oldPair: 'kept', holdsEncryptionKey: true } } as const
  const record = completed(kept)
  const bySkf = { ...record, started: { ...record.started, interface: 'skf' as const } }
  const [page, other] = [bySkf, record].map((one) => receiptPage(toReceipt(one), new Date(at), 'zh-CN'))
  expect(page).toContain('尚未用真实的 USB Key 实测')
  expect(page).toContain('它和原加密密钥在同一个容器里')
  expect(other).not.toContain('实测')
  expect(receiptPage(toReceipt(bySkf), new Date(at), 'en')).toContain('not tested with a real USB Key yet')
})

it('cannot be made to say or do anything by a name', () => {
  const page = receiptPage(toReceipt(completed()), new Date(at), 'zh-CN')
  expect(page).toContain('张三&lt;script&gt;&amp;&quot;')
  expect(page).not.toContain('<script')
})

it('tells what became of the encryption certificate', () => {
  const encryption = {
    ...{
      id: 'aa',
      certificate: base64('280102030405Z', 0x77),
      wrapping: 'w',
      encryptedKey: '',
      encryptedPrivateKey: '',
    },
  }
  const issued = {
    ...{ state: 'issued' as const, at, signing: base64('280102030405Z', 0x5e), chain: [] as string[], encryption },
  }
  const written = completed({
    issued,
    'signing-written': { state: 'signing-written', at, encryptionKey: { outcome: 'unwrapped' } },
  })
  expect(receiptPage(toReceipt(written), new Date(at), 'zh-CN')).toMatch(/新加密证书.*77 02.*保留在 USB Key 上/s)
  const failure = { code: 'token.unsupported' } as const
  const skipped = completed({
    issued,
    'signing-written': { state: 'signing-written', at, encryptionKey: { outcome: 'skipped', failure } },
  })
  expect(receiptPage(toReceipt(skipped), new Date(at), 'zh-CN')).toContain('没有接受新的加密密钥（token.unsupported）')
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'receipt-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const parts = (path: string | undefined, language: Language = 'zh-CN') => ({
  chooseSavePath: () => Promise.resolve(path),
  printPdf: (page: string) => Promise.resolve(Buffer.from(page)),
  now: () => new Date(at),
  language: () => language,
})

it('is saved where the user says, under a name that a file can have', async () => {
  const suggested: string[] = []
  const path = join(folder, '回执.pdf')
  const chooseSavePath = (suggestion: string) => {
    suggested.push(suggestion)
    return Promise.resolve(path)
  }
  expect(await saveReceipt(completed(), { ...parts(path), chooseSavePath })).toEqual({
    saved: true,
    fileName: '回执.pdf',
  })
  expect(suggested).toEqual(['延期回执-张三_script_&_-12345678.pdf'])
  expect(readFileSync(path, 'utf8')).toContain('数字证书延期回执')
})

it('is not saved when the user cancels, when there is no end yet, or when it cannot be printed', async () => {
  expect(await saveReceipt(completed(), parts(undefined))).toEqual({ saved: false })
  const open = { ...completed(), state: 'proved' } as const
  await expect(saveReceipt(open, parts(folder))).rejects.toEqual(
    new AppError('renewal.notFinished', { details: { state: 'proved' } }),
  )
  const broken = { ...parts(join(folder, 'a.pdf')), printPdf: () => Promise.reject(new Error('no printer')) }
  await expect(saveReceipt(completed(), broken)).rejects.toThrow('renewal.receiptFailed')
})

it('says the same in English', async () => {
  const encryption = { id: 'aa', certificate: base64('280102030405Z', 0x77), wrapping: 'w', encryptedKey: '' }
  const english = completed({
    issued: {
      ...{ state: 'issued', at, signing: base64('280102030405Z', 0x5e), chain: [] },
      encryption: { ...encryption, encryptedPrivateKey: '' },
    },
    'signing-written': { state: 'signing-written', at, encryptionKey: { outcome: 'unwrapped' } },
  })
  const page = receiptPage(toReceipt(english), new Date(at), 'en')
  expect(page).toContain('<html lang="en">')
  expect(page.replace(/张三|font:[^;]*/gu, '')).not.toMatch(/\p{Script=Han}|[，。：]/u)
  for (const text of ['Receipt of a certificate renewal', 'order-12345678', '77 02', local(at)])
    expect(page).toContain(text)
  const suggested: string[] = []
  const chooseSavePath = (suggestion: string) => {
    suggested.push(suggestion)
    return Promise.resolve(undefined)
  }
  await saveReceipt(english, { ...parts(undefined, 'en'), chooseSavePath })
  expect(suggested[0]).toMatch(/^Renewal receipt-张三/)
})
