import 'reflect-metadata'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AsnConvert } from '@peculiar/asn1-schema'
import { CRLNumber } from '@peculiar/asn1-x509'
import { X509Crl, X509CrlReason } from '@peculiar/x509'
import { expect, onTestFinished, test } from 'vitest'
import type { EnrolledKey, Office } from '../testing/office.ts'
import { dayMs, openOffice, sha256 } from '../testing/office.ts'
import { fetchCrl } from '../testing/revocation-lists.ts'

async function listOf(office: Office, name = 'p-256') {
  const der = await fetchCrl(office.origin, name)
  const crl = new X509Crl(der)
  const number = crl.extensions.find(({ type }) => type === '2.5.29.20')?.value ?? new ArrayBuffer()
  return {
    der,
    crl,
    number: AsnConvert.parse(number, CRLNumber).value,
    entries: crl.entries.map(({ serialNumber, reason }) => [serialNumber, reason]),
  }
}

const serialOf = async ({ client }: Office, certificateId: string) => {
  const { items } = await client.call('listCertificates', { query: {} })
  return items.find(({ id }) => id === certificateId)?.serialNumber.toLowerCase()
}

async function issueFor(office: Office, old: EnrolledKey) {
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const params = { orderId: order.id }
  const { signingCertificate } = await office.client.call('getIssued', { params })
  const confirm = (installed: boolean) =>
    office.client.call('confirmOrder', {
      params,
      body: { signingCertificateSha256: sha256(signingCertificate), installed },
    })
  return { params, confirm }
}

test('the old certificate is on the list after the confirmation, not before', async () => {
  const office = await openOffice()
  const old = await office.enrol(27)
  const { confirm } = await issueFor(office, old)
  expect(await listOf(office)).toMatchObject({ number: 1, entries: [] })
  await confirm(true)
  const expected = [[await serialOf(office, old.certificateId), X509CrlReason.superseded]]
  const list = await listOf(office)
  expect(list).toMatchObject({ number: 2, entries: expected })
  const { thisUpdate, nextUpdate } = list.crl
  expect((nextUpdate?.getTime() ?? 0) - thisUpdate.getTime()).toBe(7 * dayMs)
})

test('a new certificate that was given back, or never fetched, has ceased to be used', async () => {
  const office = await openOffice()
  const { confirm } = await issueFor(office, await office.enrol(27))
  await confirm(false)
  await issueFor(office, await office.enrol(28))
  office.simulator.clock.setOffset(8 * dayMs)
  const { entries } = await listOf(office)
  expect(entries.map(([, reason]) => reason)).toEqual([
    X509CrlReason.cessationOfOperation,
    X509CrlReason.cessationOfOperation,
  ])
})

test('what staff revokes carries their reason, and its order is over', async () => {
  const office = await openOffice()
  const lost = await office.enrol(27)
  const order = await office.readyOrderFor(lost)
  await office.simulator.revoke(lost.certificateId, 'keyCompromise')
  const expected = [[await serialOf(office, lost.certificateId), X509CrlReason.keyCompromise]]
  expect((await listOf(office)).entries).toEqual(expected)
  expect((await office.client.call('getOrder', { params: { orderId: order.id } })).state).toBe('cancelled')
  await expect(office.submit(lost, order)).rejects.toThrow('order.wrong-state')
  await expect(office.simulator.revoke(lost.certificateId, 'cessationOfOperation')).rejects.toThrow('is not in use')
})

test('a list stays as it is while nothing happens, and its number grows with each new one', async () => {
  const office = await openOffice()
  const first = await listOf(office)
  expect((await listOf(office)).der).toEqual(first.der)
  office.simulator.clock.setOffset(dayMs + 1000)
  expect((await listOf(office)).number).toBe(2)
  // A list from the future is no use to anybody; the one that replaces it still needs a higher number.
  office.simulator.clock.setOffset(0)
  expect((await listOf(office)).number).toBe(3)
})

test('the number goes on growing after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'platform-crl-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const stateFile = join(folder, 'platform.json')
  const before = await openOffice({ stateFile })
  const old = await before.enrol(27)
  const first = await listOf(before)
  await before.simulator.close()
  const office = await openOffice({ stateFile })
  expect((await listOf(office)).der).toEqual(first.der)
  await office.simulator.revoke(old.certificateId, 'keyCompromise')
  expect(await listOf(office)).toMatchObject({ number: 2, entries: [[expect.any(String), 1]] })
})

test('there is a list for each authority and its root, and for nothing else', async () => {
  const office = await openOffice({ families: ['p-256', 'sm2'] })
  for (const name of ['p-256', 'p-256-root', 'sm2', 'sm2-root']) {
    const { crl } = await listOf(office, name)
    expect(crl.issuer).toContain(name.endsWith('-root') ? '根证书' : '签发证书')
  }
  for (const name of ['rsa', 'other', 'p-256-root-root']) {
    expect((await fetch(`${office.origin}/crl/${name}.crl`)).status).toBe(404)
  }
})
