import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { AppError } from '../../app-error.ts'
import { quietLog } from '../../logging/testing/quiet-log.ts'
import { authority, makeCertificate } from '../../trust/testing/signed-certificate.ts'
import type { PolicySource } from './policy-source.ts'
import { readManaged } from './read-managed.ts'

const now = new Date('2026-11-27T00:00:00Z')

function source(
  content: unknown,
  files: Readonly<Record<string, Uint8Array>> = {},
  kind: 'file' | 'registry' = 'file',
) {
  const found: PolicySource = {
    kind,
    place: `${kind} of a test`,
    read: () => (content instanceof Error ? Promise.reject(content) : Promise.resolve(content)),
    readFile: (path) => {
      const file = files[path]
      return file === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(file)
    },
  }
  return found
}

const read = (...sources: readonly PolicySource[]) => readManaged({ sources, now: () => now, log: quietLog() })

it('is nothing where no place has anything', async () => {
  expect(await read(source(undefined), source(undefined, {}, 'registry'))).toBeUndefined()
})

it('takes the registry before the file, key by key', async () => {
  const registry = source({ platformAddress: 'https://first.example.com', language: 'fr' }, {}, 'registry')
  const file = source({
    platformAddress: 'https://second.example.com',
    language: 'en',
    locked: ['platformAddress', 'pins'],
  })
  const managed = await read(registry, file)
  expect(managed?.values).toEqual({ platformAddress: 'https://first.example.com', language: 'en' })
  expect(managed?.report).toEqual({
    sources: [
      { kind: 'registry', place: 'registry of a test' },
      { kind: 'file', place: 'file of a test' },
    ],
    keys: [
      { key: 'platformAddress', isLocked: false },
      { key: 'pins', isLocked: true },
      { key: 'language', isLocked: false },
    ],
    problems: [{ kind: 'registry', key: 'language', fault: 'invalid' }],
  })
  expect([managed?.isLocked('platformAddress'), managed?.isLocked('pins')]).toEqual([false, true])
})

it.each(['settings.policyUnprotected', 'settings.policyUnreadable'] as const)(
  'uses nothing of a place that fails with %s, and says so',
  async (code) => {
    const managed = await read(source(new AppError(code)))
    expect(managed?.values).toEqual({})
    expect(managed?.report).toEqual({
      sources: [{ kind: 'file', place: 'file of a test', failure: code }],
      keys: [],
      problems: [],
    })
    expect(managed?.isLocked('platformAddress')).toBe(false)
  },
)

it('takes whatever else fails for a place that cannot be read, and goes on with the others', async () => {
  const managed = await read(source(['a list'], {}, 'registry'), source({ language: 'en' }))
  expect(managed?.report.sources.map(({ failure }) => failure)).toEqual(['settings.policyUnreadable', undefined])
  expect(managed?.values).toEqual({ language: 'en' })
  expect((await read(source(new Error('disk'))))?.report.sources[0]?.failure).toBe('settings.policyUnreadable')
})

const pemOf = (der: Uint8Array) =>
  Buffer.from(`-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`)

it('reads the certificates that are named, and uses all of a key or nothing', async () => {
  const root = makeCertificate({ name: '单位根证书', extensions: authority() })
  const files = { 'root.pem': pemOf(root.der), 'ca.cer': root.der }
  const policy = { rootCertificate: 'root.pem', trustedAuthorities: ['ca.cer'], locked: ['trustedAuthorities'] }
  const managed = await read(source(policy, files))
  const kept = managed?.values.rootCertificate ?? ''
  expect(new X509Certificate(kept).raw.equals(Buffer.from(root.der))).toBe(true)
  expect(managed?.values.trustedAuthorities).toEqual([Buffer.from(root.der).toString('base64')])
  expect(managed?.isLocked('trustedAuthorities')).toBe(true)

  const broken = await read(source({ ...policy, trustedAuthorities: ['ca.cer', 'gone.cer'] }, files))
  expect(broken?.values.trustedAuthorities).toBeUndefined()
  expect(broken?.report.problems).toEqual([{ kind: 'file', key: 'trustedAuthorities', fault: 'file' }])
  expect([broken?.isLocked('trustedAuthorities'), broken?.values.rootCertificate]).toEqual([false, kept])
})

it('keeps to a root that has ended: connections fail then, and no other root takes its place', async () => {
  const dates = { notBefore: '160101000000Z', notAfter: '200101000000Z' }
  const root = makeCertificate({ name: '旧根证书', extensions: authority(), ...dates })
  const managed = await read(source({ rootCertificate: 'root.pem' }, { 'root.pem': pemOf(root.der) }))
  expect(managed?.values.rootCertificate).toBeDefined()
  const trusting = await read(source({ trustedAuthorities: 'root.pem' }, { 'root.pem': pemOf(root.der) }))
  expect(trusting?.report.problems).toEqual([{ kind: 'file', key: 'trustedAuthorities', fault: 'file' }])
})
