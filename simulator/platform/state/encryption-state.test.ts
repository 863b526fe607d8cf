import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { newDualKeys, openDualOffice } from '../testing/dual-office.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import { PlatformState } from './state.ts'

const keys = newDualKeys()
let folder: string
let stateFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-state-'))
  stateFile = join(folder, 'platform.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const stateText = () => readFileSync(stateFile, 'utf8')
const readState = () => PlatformState.parse(JSON.parse(stateText()))

test('a restart changes no octet of the wrapped key', async () => {
  const before = await openDualOffice(keys, { stateFile })
  const { params } = before
  await before.ask()
  const issued = await before.client.call('getIssued', { params })
  expect(issued.encryption?.wrappedKey).toMatchObject({ encryptedKey: expect.stringMatching(/^.{344}$/) as string })
  expect(await before.client.call('getIssued', { params })).toEqual(issued)
  await before.simulator.close()

  const { client, simulator } = await openOffice({ stateFile, families: ['rsa'] })
  expect(await client.call('getIssued', { params })).toEqual(issued)
  const encryption = { certificateSha256: sha256(issued.encryption?.certificate ?? ''), installed: true }
  const body = { signingCertificateSha256: sha256(issued.signingCertificate), installed: true, encryption }
  expect((await client.call('confirmOrder', { params, body })).state).toBe('completed')
  expect(simulator.books()).toMatchObject({ encryptionCertificatesIssued: 1, confirmations: 1 })
})

test('a request that waits for its review keeps its wrapping over a restart', async () => {
  const before = await openDualOffice(keys, { stateFile, review: true })
  await before.ask(['rsa-pkcs1/aes256-kwp'])
  await before.simulator.close()
  const { client, simulator } = await openOffice({ stateFile, families: ['rsa'] })
  await simulator.approve(before.order.id)
  const { encryption } = await client.call('getIssued', { params: before.params })
  expect(encryption?.wrappedKey.wrapping).toBe('rsa-pkcs1/aes256-kwp')
})

test.each([
  ['rsa', true],
  ['rsa', false],
  ['sm2', true],
  ['sm2', false],
] as const)('when the order is over (%s, installed: %s), no copy of the key is kept', async (kind, installed) => {
  const office = await openDualOffice(kind === 'rsa' ? keys : newDualKeys(kind), { stateFile })
  const { client, params } = office
  await office.ask()
  const { signingCertificate, encryption } = await client.call('getIssued', { params })
  const { wrapping = '', ...parts } = encryption?.wrappedKey ?? {}
  expect(wrapping).toMatch(kind)
  const [kept = 'nothing'] = Object.values(parts).slice(-1)
  expect(stateText()).toContain(kept)
  const body = { signingCertificateSha256: sha256(signingCertificate), installed }
  await client.call('confirmOrder', { params, body })
  expect(stateText()).not.toContain(kept)
})

test('an encryption certificate that was revoked is not followed by another', async () => {
  const before = await openOffice({ stateFile, families: ['rsa'] })
  const signing = await before.enrol(27, keys.signing)
  await before.enrol(27, keys.encryption, { usage: 'encryption' })
  await before.simulator.close()
  const state = readState()
  for (const certificate of state.certificates) if (certificate.usage === 'encryption') certificate.standing = 'revoked'
  writeFileSync(stateFile, JSON.stringify(state))
  const office = await openOffice({ stateFile, families: ['rsa'] })
  expect((await office.orderFor(signing)).withEncryption).toBe(false)
})

const Unknown = z.record(z.string(), z.unknown())
const OldState = z.looseObject({ counts: Unknown, orders: z.array(Unknown) })

test('a file from before there were orders for both is read, and its order goes on without', async () => {
  const before = await openDualOffice(keys, { stateFile })
  await before.simulator.close()
  const { counts, orders, ...rest } = OldState.parse(JSON.parse(stateText()))
  delete counts['encryptionCertificatesIssued']
  for (const order of orders) delete order['encryptionCertificateId']
  writeFileSync(stateFile, JSON.stringify({ ...rest, counts, orders }))

  const office = await openOffice({ stateFile, families: ['rsa'] })
  expect((await office.client.call('getOrder', { params: before.params })).withEncryption).toBe(false)
  const { signing } = before.old
  await office.submit(signing, before.order, keys.next, ['rsa-oaep-sha1/aes256-kwp'])
  expect((await office.client.call('getIssued', { params: before.params })).encryption).toBeUndefined()
  expect(office.simulator.books()).toMatchObject({ certificatesIssued: 1, encryptionCertificatesIssued: 0 })
})
