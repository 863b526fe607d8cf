import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { issue, issueChain } from '../certificates/testing/issued-chain.ts'
import { readElement, readElements } from '../x509/der.ts'
import { openssl } from '../x509/testing/openssl.ts'
import { withDefiniteLengths } from './cms/definite-length.ts'
import { verifyContent, verifyFile } from './verify-file.ts'

let folder: string
const file = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
  issueChain(folder)
  const extensions = 'keyUsage=digitalSignature\nsubjectKeyIdentifier=hash'
  issue(folder, { name: 'rsa', by: 'intermediate', serial: '10', extensions, key: ['rsa:2048'] })
  issue(folder, { name: 'p256', by: 'intermediate', serial: '11', extensions })
  const p384 = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']
  issue(folder, { name: 'p384', by: 'intermediate', serial: '12', extensions, key: p384 })
  writeFileSync(file('content'), Buffer.from(`投标文件\r\n${'0123456789'.repeat(300_000)}\n`))
  writeFileSync(file('changed'), Buffer.from(`投标文件\r\n${'0123456789'.repeat(299_999)}0123456780\n`))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What `openssl cms -sign` makes of the content with these options. */
function sign(signer: string, ...options: readonly string[]): string {
  const out = file('signature.p7s')
  const key = ['-signer', file(`${signer}.pem`), '-inkey', file(`${signer}.key`)]
  const form = options.includes('-outform') ? [] : ['-outform', 'DER']
  openssl(['cms', '-sign', '-binary', '-in', file('content'), ...key, ...form, '-out', out, ...options])
  return out
}

async function outcomes(signature: string, content = 'content'): Promise<readonly string[]> {
  return (await verifyFile(file(content), signature)).signers.map(({ outcome }) => outcome)
}

async function codeOf(check: Promise<unknown>): Promise<string> {
  const thrown: unknown = await check.then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof AppError ? thrown.failure.code : String(thrown)
}

const pss = ['-keyopt', 'rsa_padding_mode:pss']

describe.each([
  ['rsa', []],
  ['rsa', ['-noattr']],
  ['rsa', ['-keyid']],
  ['rsa', ['-md', 'sha1']],
  ['rsa', ['-md', 'sha384']],
  ['rsa', ['-md', 'sha512']],
  ['rsa', ['-cades']],
  ['rsa', pss],
  ['rsa', [...pss, '-keyopt', 'rsa_pss_saltlen:20', '-md', 'sha512']],
  ['rsa', [...pss, '-noattr']],
  ['p256', []],
  ['p256', ['-noattr']],
  ['p256', ['-cades', '-md', 'sha384']],
  ['p384', ['-md', 'sha384']],
  ['rsa', ['-outform', 'PEM']],
] as const)('a signature by openssl: %s %j', (signer, options) => {
  it('is intact with its file, and is not with another', async () => {
    const signature = sign(signer, ...options)
    expect(await outcomes(signature)).toEqual(['intact'])
    const changed = (options as readonly string[]).includes('-noattr') ? 'signature-wrong' : 'content-changed'
    expect(await outcomes(signature, 'changed')).toEqual([changed])
  })
})

it('tells the algorithm, the claimed time and the certificate', async () => {
  const before = new Date()
  const [signer] = (await verifyFile(file('content'), sign('rsa', ...pss, '-md', 'sha384'))).signers
  expect(signer).toMatchObject({ algorithm: 'SHA-384 / RSA-PSS', isWeak: false })
  expect(signer?.certificate?.serialNumber).toBe('10')
  expect(Math.abs((signer?.signingTime?.getTime() ?? 0) - before.getTime())).toBeLessThan(60_000)
  const [weak] = (await verifyFile(file('content'), sign('rsa', '-md', 'sha1'))).signers
  expect(weak).toMatchObject({ algorithm: 'SHA-1 / RSA', isWeak: true, outcome: 'intact' })
})

it('judges each of several signatures for itself', async () => {
  const second = ['-signer', file('p256.pem'), '-inkey', file('p256.key')]
  expect(await outcomes(sign('rsa', ...second))).toEqual(['intact', 'intact'])
  expect(await outcomes(sign('rsa', ...second, '-nocerts', '-certfile', file('p256.pem')))).toContain('no-certificate')
})

it('does not call wrong what it cannot check', async () => {
  for (const hash of ['md5', 'sha224', 'sha3-256']) {
    expect(await outcomes(sign('rsa', '-md', hash))).toEqual(['unsupported'])
  }
})

it.each([
  ['the content inside', () => sign('rsa', '-nodetach'), 'signing.attached'],
  ['the content inside in pieces, with indefinite lengths', () => sign('rsa', '-stream'), 'signing.attached'],
  ['certificates only', () => certificatesOnly(), 'signing.noSigner'],
  ['a certificate', () => file('leaf.pem'), 'signing.notSignature'],
  ['the file itself', () => file('content'), 'signing.notSignature'],
  ['nothing', () => written(new Uint8Array()), 'signing.notSignature'],
  ['a file that is not there', () => file('missing'), 'signing.fileUnreadable'],
  [
    'the numbers of GM/T 0010',
    () => written(Buffer.from('3010060a2a811ccf550601040202a002'.padEnd(36, '0'), 'hex')),
    'signing.sm2Format',
  ],
])('refuses %s', async (_what, signature, code) => {
  expect(await codeOf(verifyFile(file('content'), signature()))).toBe(code)
})

function certificatesOnly(): string {
  openssl(['crl2pkcs7', '-nocrl', '-certfile', file('leaf.pem'), '-outform', 'DER', '-out', file('certificates.p7b')])
  return file('certificates.p7b')
}

function written(octets: Uint8Array): string {
  writeFileSync(file('written'), octets)
  return file('written')
}

it('says that a named certificate is not the one whose key has signed', async () => {
  // Another certificate for the same key and under the same name and number: only CAdES tells them apart.
  const signature = readFileSync(sign('rsa', '-cades', '-nocerts', '-certfile', file('rsa.pem')))
  const original = derOf('rsa.pem')
  const other = Buffer.from(original)
  other[other.length - 1] = (other[other.length - 1] ?? 0) ^ 1
  const at = signature.indexOf(original)
  expect(at).toBeGreaterThan(0)
  const exchanged = Buffer.concat([signature.subarray(0, at), other, signature.subarray(at + original.length)])
  const [signer] = (await verifyContent(file('content'), exchanged)).signers
  expect(signer?.outcome).toBe('other-certificate')
})

it('never calls intact what openssl refuses, whatever octet of the signature is another', async () => {
  writeFileSync(file('short'), '短的文件')
  for (const [signer, options] of [
    ['rsa', []],
    ['p256', ['-noattr']],
  ] as const) {
    const key = ['-signer', file(`${signer}.pem`), '-inkey', file(`${signer}.key`)]
    openssl([
      'cms',
      '-sign',
      '-binary',
      '-in',
      file('short'),
      ...key,
      '-outform',
      'DER',
      '-out',
      file('s.p7s'),
      ...options,
    ])
    const good = readFileSync(file('s.p7s'))
    const certificate = derOf(`${signer}.pem`)
    const certificateAt = good.indexOf(certificate)
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const bad = Buffer.from(good)
        bad[at] = (bad[at] ?? 0) ^ mask
        const checked = await verifyContent(file('short'), bad).catch((error: unknown) => {
          if (error instanceof AppError) return { signers: [] }
          throw error
        })
        // A certificate vouches for itself by its issuer's signature, which is not looked at here.
        if (at >= certificateAt && at < certificateAt + certificate.length) return
        if (checked.signers.some(({ outcome }) => outcome === 'intact')) requireOpensslAgrees(bad)
      }),
      { numRuns: 150 },
    )
  }
})

/** Signature and content only: chains, purposes and dates are somebody else's business here. */
function requireOpensslAgrees(signature: Uint8Array): void {
  writeFileSync(file('bad.p7s'), signature)
  const given = ['-in', file('bad.p7s'), '-inform', 'DER', '-content', file('short'), '-noverify']
  openssl(['cms', '-verify', '-binary', ...given, '-out', file('verified')])
}

function derOf(name: string): Buffer {
  return Buffer.from(readFileSync(file(name), 'latin1').replace(/-----[^-]+-----|\s/g, ''), 'base64')
}

/** The outer levels with indefinite lengths, as BouncyCastle writes them; what was signed stays DER. */
function asBer(der: Uint8Array, levels: number): Buffer {
  const { tag, content } = readElement(der)
  const inner =
    levels > 1
      ? readElements(content).map(({ whole, tag: each }) =>
          each === 0x30 || each === 0xa0 ? asBer(whole, levels - 1) : whole,
        )
      : [content]
  return Buffer.concat([Uint8Array.of(tag, 0x80), ...inner, Uint8Array.of(0, 0)])
}

describe('definite lengths', () => {
  it.each([1, 2, 3, 4])('are found in a signature with indefinite ones on %i levels', async (levels) => {
    const der = readFileSync(sign('rsa'))
    const ber = asBer(der, levels)
    expect(ber.length).toBeGreaterThan(der.length - 9)
    expect(Buffer.from(withDefiniteLengths(ber))).toEqual(der)
    expect((await verifyContent(file('content'), ber)).signers.map(({ outcome }) => outcome)).toEqual(['intact'])
  })

  it('are what DER has already, and stay as they are', () => {
    const der = readFileSync(sign('rsa'))
    expect(Buffer.from(withDefiniteLengths(der))).toEqual(der)
  })

  it('are found for any octets, or refused: never an endless loop, never a foreign error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (octets) => {
        const start = Uint8Array.of(0x30, 0x80, ...octets)
        expect(['signing.notSignature', 'signing.noSigner', 'signing.attached']).toContain(
          await codeOf(verifyContent(file('short'), start)),
        )
      }),
      { numRuns: 2000 },
    )
  })
})
