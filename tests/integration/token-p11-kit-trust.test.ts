import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'
import { describeCertificate } from '../../src/main/certificates/describe-certificate.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import { spawnWorker } from '../support/token-stand.ts'

vi.setConfig({ testTimeout: 60_000 })

const modulePath = '/usr/lib/x86_64-linux-gnu/pkcs11/p11-kit-trust.so'
const token = createTokenProcess({ spawn: spawnWorker, modulePath })
afterAll(() => token.stop())

function opensslSays(certificate: Uint8Array): { readonly dates: readonly string[]; readonly subject: string } {
  const parameters = ['-inform', 'DER', '-noout', '-dates', '-dateopt', 'iso_8601', '-subject']
  const printed = execFileSync('openssl', ['x509', ...parameters, '-nameopt', 'sep_multiline,sname,utf8'], {
    input: certificate,
    encoding: 'utf8',
  })
  const [notBefore = '', notAfter = '', , ...subject] = printed.trimEnd().split('\n')
  const instant = (line: string) => new Date(line.replace(/^\w+=/, '').replace(' ', 'T')).toISOString()
  return { dates: [instant(notBefore), instant(notAfter)], subject: subject.map((line) => line.trim()).join('\n') }
}

it('shows the dates and the subject of every certificate of a module that can only be read', async () => {
  if (!existsSync(modulePath)) throw new Error('p11-kit is not installed (Debian: apt install p11-kit-modules)')
  const { tokens } = await token.request('list', {})
  const certificates = tokens.flatMap((one) => one.certificates.map((stored) => ({ stored, one })))
  expect(certificates.length).toBeGreaterThan(100)
  for (const { stored, one } of certificates) {
    const shown = describeCertificate(stored, one, new Date())
    const subject = shown.subject
      .map(({ name, value }) => `${name === 'E' ? 'emailAddress' : name}=${value}`)
      .join('\n')
    expect({ dates: [shown.notBefore, shown.notAfter], subject }).toEqual(opensslSays(stored.value))
  }
})

it('is told to take no PIN', async () => {
  const { tokens } = await token.request('list', {})
  expect(new Set(tokens.map(({ pin }) => pin.initialised))).toEqual(new Set([false]))
})
