import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasCode } from '../app-error.ts'
import { buildCertificate, commonName, utf8Entry } from '../x509/testing/built-certificate.ts'
import { openssl, selfSigned } from '../x509/testing/openssl.ts'
import { exportCertificate, type ChooseSavePath, type ExportFormat } from './export-certificate.ts'
import { issueChain } from './testing/issued-chain.ts'
import { storedCertificate, tokenWith } from './testing/stored-certificate.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function found(value: Uint8Array) {
  const stored = storedCertificate(value)
  return { stored, token: tokenWith([stored]) }
}

const der = selfSigned({
  key: 'RSA 2048',
  subject: '/C=CN/O=济南示例科技有限公司/CN=张三',
  options: ['-set_serial', '0x2C418A09'],
})
const asking = (chooseSavePath: ChooseSavePath, authorities: readonly Uint8Array[] = []) => ({
  chooseSavePath,
  authorities: () => authorities,
})
const inFolder = (suggestion: string) => Promise.resolve(join(folder, suggestion))

it.each(['der', 'pem'] as const)('saves %s that openssl reads as the same certificate', async (format) => {
  expect(await exportCertificate(found(der), format, asking(inFolder))).toEqual({
    saved: true,
    fileName: '张三-2C418A09.cer',
  })
  const file = join(folder, '张三-2C418A09.cer')
  const print = (input: string, form: string) =>
    openssl(['x509', '-in', input, '-inform', form, '-noout', '-fingerprint', '-sha256', '-serial'])
  expect(print(file, format)).toContain('serial=2C418A09')
  expect(Buffer.from(openssl(['x509', '-in', file, '-inform', format, '-outform', 'PEM'])).toString()).toBe(
    openssl(['x509', '-inform', 'DER', '-outform', 'PEM'], der),
  )
  if (format === 'pem') expect(readFileSync(file, 'latin1')).toBe(openssl(['x509', '-inform', 'DER'], der))
  else expect(readFileSync(file)).toEqual(Buffer.from(der))
})

describe('a chain', () => {
  it('holds the certificate first and the CAs that have signed it, and no others', async () => {
    const { leaf, intermediate, root, decoy } = issueChain(folder)
    const parts = asking(inFolder, [decoy, leaf, root, intermediate])
    expect(await exportCertificate(found(leaf), 'p7b', parts)).toMatchObject({ saved: true })
    const printed = openssl(['pkcs7', '-inform', 'DER', '-in', join(folder, 'Leaf-0C.p7b'), '-print_certs'])
    expect([...printed.matchAll(/^subject=.*CN = (.+)$/gm)].map((match) => match[1])).toEqual([
      ...['Leaf', 'Intermediate', 'Root'],
    ])
    expect(printed).toContain(openssl(['x509', '-inform', 'DER'], leaf))
  })

  it('is the certificate alone where no CA is known', async () => {
    expect(await exportCertificate(found(der), 'p7b', asking(inFolder))).toMatchObject({
      fileName: '张三-2C418A09.p7b',
    })
    const printed = openssl(['pkcs7', '-inform', 'DER', '-in', join(folder, '张三-2C418A09.p7b'), '-print_certs'])
    expect(printed.match(/BEGIN CERTIFICATE/g)).toHaveLength(1)
  })
})

it('saves nothing when the user cancels', async () => {
  const before = readdirSync(folder)
  expect(
    await exportCertificate(
      found(der),
      'pem',
      asking(() => Promise.resolve(undefined)),
    ),
  ).toEqual({ saved: false })
  expect(readdirSync(folder)).toEqual(before)
})

it.each([
  ['in a folder that is not there', 'missing/a.cer'],
  ['where a folder stands', '.'],
])('fails with certificate.exportFailed %s, and leaves nothing behind', async (_name, path) => {
  const before = readdirSync(folder)
  const failing = exportCertificate(
    found(der),
    'der',
    asking(() => Promise.resolve(join(folder, path))),
  )
  expect(await failing.catch((error: unknown) => hasCode(error, 'certificate.exportFailed'))).toBe(true)
  expect(readdirSync(folder)).toEqual(before)
})

it('does not save, nor ask where, what is no certificate', async () => {
  let isAsked = false
  const ask = () => {
    isAsked = true
    return inFolder('a.cer')
  }
  const failing = exportCertificate(found(Buffer.concat([der, Uint8Array.of(0)])), 'der', asking(ask))
  expect(await failing.catch((error: unknown) => hasCode(error, 'certificate.unreadable'))).toBe(true)
  expect(isAsked).toBe(false)
})

describe('the name that is suggested', () => {
  async function suggested(holder: string, serialNumber = '2c418a09', format: ExportFormat = 'der') {
    const fields = { subject: [utf8Entry(commonName, holder)], serialNumber: Buffer.from(serialNumber, 'hex') }
    let name = ''
    await exportCertificate(
      found(buildCertificate(fields)),
      format,
      asking((suggestion) => {
        name = suggestion
        return Promise.resolve(undefined)
      }),
    )
    return name
  }

  it.each([
    ['张三', '2c418a09', '张三-2C418A09.cer'],
    ['../../etc/passwd', '2c418a09', '.._.._etc_passwd-2C418A09.cer'],
    ['a\\b/c:d*e?f"g<h>i|j', '2c418a09', 'a_b_c_d_e_f_g_h_i_j-2C418A09.cer'],
    ['a\0b\nc\u0085', '2c418a09', 'a_b_c_-2C418A09.cer'],
    ['', '2c418a09', '2C418A09.cer'],
    ['张三', `00${'ff'.repeat(20)}`, '张三-FFFFFFFF.cer'],
    ['济'.repeat(200), '07', `${'济'.repeat(40)}-07.cer`],
    [`${'济'.repeat(39)}𠮷𠮷`, '07', `${'济'.repeat(39)}𠮷-07.cer`],
    ['张三370102199003078812', '07', `张三370${'_'.repeat(11)}8812-07.cer`],
  ])('for %s and %s is %s', async (holder, serialNumber, expected) => {
    expect(await suggested(holder, serialNumber)).toBe(expected)
  })
})
