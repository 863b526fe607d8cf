import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { underPolicy } from '../settings/managed/managed-store.ts'
import { openSettings } from '../settings/settings-store.ts'
import { createOpensslFolder, authorityLines, leafLines } from '../x509/testing/openssl-authority.ts'
import { openssl } from '../x509/testing/openssl.ts'
import { createAnchors, demoAnchors, describeAnchor } from './anchors.ts'
import { authority, makeCertificate } from './testing/signed-certificate.ts'
import { trustedSet } from './trusted-set.ts'

const authorities = createOpensslFolder()
afterAll(authorities.remove)
const root = authorities.issue({ kind: 'SM2', subject: '/C=CN/O=山东CA/CN=山东根证书', extensions: authorityLines })
const leaf = authorities.issue({ kind: 'P-256', subject: '/CN=张三', issuer: root, extensions: leafLines })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anchors-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function opened(file?: Uint8Array | string, now = new Date()) {
  const path = join(folder, 'chosen.cer')
  if (file !== undefined) writeFileSync(path, file)
  const store = await openSettings(join(folder, 'settings.json'))
  const chooseFile = () => Promise.resolve(file === undefined ? undefined : path)
  return { store, anchors: createAnchors({ store, chooseFile, now: () => now }) }
}

const pem = () => openssl(['x509', '-inform', 'DER'], root.der)
const ofUser = async () => {
  const { anchors } = await opened()
  return anchors.list().flatMap(({ chosenBy, certificate }) => (chosenBy === 'user' ? [certificate.sha256] : []))
}

it('an authority of the administrator is told as that, and stays', async () => {
  const { store, anchors: own } = await opened(root.der)
  await own.add()
  const base64 = Buffer.from(root.der).toString('base64')
  const report = { sources: [], keys: [], problems: [] }
  const managed = { report, values: { trustedAuthorities: [base64] }, isLocked: () => true }
  const chooseFile = () => Promise.resolve(undefined)
  const anchors = createAnchors({ store: underPolicy(store, managed), chooseFile, now: () => new Date() })
  const added = anchors.list().filter(({ chosenBy }) => chosenBy !== 'program')
  expect(added.map(({ chosenBy }) => chosenBy)).toEqual(['administrator'])
  await expect(anchors.remove(added[0]?.certificate.sha256 ?? '')).rejects.toThrow('settings.managed')
  expect(anchors.list()).toHaveLength(trustedSet().length + 1)
})

describe('an authority of the user', () => {
  it.each([
    ['DER', () => root.der],
    ['PEM', pem],
    ['PEM with words around it', () => `issued to\r\n${pem().replaceAll('\n', '\r\n')}\r\nend`],
  ])('is taken from a file in %s, kept, described, and removed', async (_name, file) => {
    const { anchors } = await opened(file())
    await anchors.add()
    const added = anchors.list().at(-1)
    if (added === undefined) throw new Error('nothing was added')
    expect(describeAnchor(added)).toMatchObject({
      name: '山东根证书',
      subject: 'C=CN, O=山东CA, CN=山东根证书',
      algorithm: 'SM2',
      chosenBy: 'user',
    })
    expect(await ofUser()).toEqual([added.certificate.sha256])
    await anchors.remove(added.certificate.sha256)
    expect(await ofUser()).toEqual([])
  })

  it('may be an issuing authority that has not signed itself', async () => {
    const issuing = authorities.issue({ kind: 'SM2', subject: '/CN=签发', issuer: root, extensions: authorityLines })
    const { anchors } = await opened(issuing.der)
    await anchors.add()
    expect(await ofUser()).toHaveLength(1)
  })

  it('is not asked for twice, and nothing changes when no file is chosen', async () => {
    const { anchors } = await opened(root.der)
    await anchors.add()
    await expect(anchors.add()).rejects.toEqual(fault('known'))
    await (await opened()).anchors.add()
    expect(await ofUser()).toHaveLength(1)
  })

  const forged = root.der.map((octet, index) => (index === root.der.length - 1 ? octet ^ 1 : octet))
  const year = 366 * 86_400_000
  it.each([
    ['unreadable', Buffer.from('no certificate'), 0],
    ['unreadable', Uint8Array.from([...root.der, 0]), 0],
    ['unreadable', new Uint8Array(70_000), 0],
    ['several', `${pem()}${pem()}`, 0],
    ['not-ca', leaf.der, 0],
    ['may-not-sign', makeCertificate({ name: 'a', extensions: authority().slice(0, 1).concat([usage()]) }).der, 0],
    ['expired', root.der, 2 * year],
    ['not-yet-valid', root.der, -2 * year],
    ['bad-signature', forged, 0],
  ])('is refused: %s', async (reason, file, shift) => {
    const { anchors } = await opened(file, new Date(Date.now() + shift))
    await expect(anchors.add()).rejects.toMatchObject({ failure: fault(reason).failure })
    expect(await ofUser()).toEqual([])
  })

  it('that was damaged in the settings file trusts nobody', async () => {
    const { store, anchors } = await opened()
    await store.change({ trustedAuthorities: ['AAAA'] })
    expect(anchors.list()).toHaveLength(trustedSet().length)
  })
})

it('the demonstration trusts its own authority only, and nothing about it can be changed', async () => {
  const demo = { rootCertificates: [root.der], issuingCertificates: [leaf.der] }
  const anchors = demoAnchors(() => demo)
  expect(anchors.list().map(({ chosenBy }) => chosenBy)).toEqual(['demo'])
  expect(anchors.links()).toHaveLength(1)
  await expect(anchors.add()).rejects.toEqual(new AppError('demo.fixed'))
  await expect(anchors.remove('a')).rejects.toEqual(new AppError('demo.fixed'))
  expect(demoAnchors(() => undefined).list()).toEqual([])
})

function fault(reason: string): AppError {
  return new AppError('trust.authorityInvalid', { details: { reason } })
}

/** Key usage: digitalSignature only. */
function usage() {
  return ['2.5.29.15', Uint8Array.of(0x03, 0x02, 0x07, 0x80)] as const
}
