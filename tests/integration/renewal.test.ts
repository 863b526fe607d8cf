import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest

beforeEach(async () => {
  desk = await createDesk()
})

afterEach(async () => {
  await app.close()
  await desk.remove()
})

async function startRenewal(): Promise<Renewal> {
  app = await startApp(desk)
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  await app.value('account:login', deskAccount)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  return app.value('renewal:start', { certificateId })
}

async function verifyPhone(renewalId: string): Promise<Renewal> {
  await app.value('renewal:request-sms', { renewalId })
  return app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
}

describe.each([
  { keyType: 'rsa-2048', days: [-338, 27], kind: 'renewal' },
  { keyType: 'p-256', days: [-338, 27], kind: 'renewal' },
  { keyType: 'rsa-2048', days: [-400, -12], kind: 'repair' },
  { keyType: 'p-256', days: [-400, -12], kind: 'repair' },
] as const)('$kind of a $keyType certificate', ({ keyType, days, kind }) => {
  it('goes from the key through the platform back to the key', async () => {
    const old = await desk.put({ keyType, days })
    const started = await startRenewal()
    expect(started).toMatchObject({ kind, state: 'order' })
    const { id: renewalId } = started
    expect((await verifyPhone(renewalId)).state).toBe('verified')
    expect((await app.value('renewal:initialise', { renewalId, pin: deskPin })).state).toBe('key-made')
    const done = await app.value('renewal:execute', { renewalId })
    expect(done).toMatchObject({ state: 'completed', oldPairRemoved: true, busy: false, needsPin: false })
    expect(done.subSteps.every((step) => step.state === 'done' && step.durationMs !== undefined)).toBe(true)

    const overview = await app.overview(({ cards }) => cards[0]?.certificates[0]?.notAfter === done.new?.notAfter)
    expect(overview.cards).toHaveLength(1)
    expect(overview.cards[0]?.certificates[0]).toMatchObject({ key: 'present', status: 'valid' })
    expect(desk.simulator.books()).toMatchObject({ orders: 1, sms: 1, certificatesIssued: 1, confirmations: 1 })
    checkToken(old.id)
    checkPapers()
  })
})

/** What the journal keeps, as openssl sees it: the request's own signature, and the chain up to its root. */
function checkPapers(): void {
  const folder = join(desk.userData, 'renewals')
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  const entries = readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { request?: string; signing?: string; chain?: readonly string[] })
  const { request = '' } = entries.find((entry) => entry.request !== undefined) ?? {}
  const { signing = '', chain = [] } = entries.find((entry) => entry.signing !== undefined) ?? {}
  const file = (part: string) => join(desk.userData, part)
  writeFileSync(file('request.der'), Buffer.from(request, 'base64'))
  // Its exit code says nothing: openssl 3.0 ends with 0 also after "verify failure".
  const verified = spawnSync('openssl', ['req', '-verify', '-noout', '-inform', 'DER', '-in', file('request.der')])
  expect(`${verified.stdout.toString()}${verified.stderr.toString()}`).toContain('verify OK')
  const pem = (der: string) => `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`
  const [issuing = '', root = ''] = chain
  writeFileSync(file('signing.pem'), pem(signing))
  writeFileSync(file('issuing.pem'), pem(issuing))
  writeFileSync(file('root.pem'), pem(root))
  const trust = ['-x509_strict', '-CAfile', file('root.pem'), '-untrusted', file('issuing.pem')]
  expect(execFileSync('openssl', ['verify', ...trust, file('signing.pem')], { encoding: 'utf8' })).toMatch(/: OK/)
}

/** Other people's tools: one certificate and one key under one new id, and the key signs for the certificate. */
function checkToken(oldId: string): void {
  const login = ['--token-label', '测试 USB Key', '--login', '--pin', deskPin]
  const listing = desk.store.pkcs11Tool([...login, '--list-objects'])
  const ids = new Set([...listing.matchAll(/ID:\s+([0-9a-f]+)/g)].map((match) => match[1]))
  expect(ids.size).toBe(1)
  expect(ids.has(oldId)).toBe(false)
  const [id = ''] = [...ids]
  expect(listing.match(/Certificate Object|Private Key Object|Public Key Object/g)?.sort()).toEqual([
    'Certificate Object',
    'Private Key Object',
    'Public Key Object',
  ])
  expect(listing).toContain('never extractable')
  const file = (name: string) => join(desk.userData, name)
  writeFileSync(file('text'), 'a text to sign')
  desk.store.pkcs11Tool([...login, '--read-object', '--type', 'cert', '--id', id, '--output-file', file('new.der')])
  execFileSync('openssl', [
    'x509',
    '-inform',
    'DER',
    '-in',
    file('new.der'),
    '-pubkey',
    '-noout',
    '-out',
    file('key.pem'),
  ])
  const isRsa = listing.includes('RSA')
  const mechanism = isRsa
    ? ['--mechanism', 'SHA256-RSA-PKCS']
    : ['--mechanism', 'ECDSA', '--signature-format', 'openssl']
  execFileSync('openssl', ['dgst', '-sha256', '-binary', '-out', file('digest'), file('text')])
  const input = isRsa ? file('text') : file('digest')
  desk.store.pkcs11Tool([
    ...login,
    '--sign',
    '--id',
    id,
    ...mechanism,
    '--input-file',
    input,
    '--output-file',
    file('signature'),
  ])
  const verified = execFileSync(
    'openssl',
    ['dgst', '-sha256', '-verify', file('key.pem'), '-signature', file('signature'), file('text')],
    { encoding: 'utf8' },
  )
  expect(verified).toContain('Verified OK')
}
