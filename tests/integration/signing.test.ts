import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openssl } from '../../src/main/x509/testing/openssl.ts'
import type { Failure } from '../../src/shared/failure.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskPin, tokenLabel, type Desk } from '../support/desk.ts'

vi.setConfig({ testTimeout: 60_000 })

const open: { close(): Promise<void> }[] = []
const desks: Desk[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
  for (const desk of desks.splice(0)) await desk.remove()
})

interface Place {
  readonly desk: Desk
  readonly app: AppUnderTest
  /** A file in a folder of this test, and what the dialogs answer with. */
  readonly path: string
  readonly certificateIds: readonly string[]
  chosen: string | undefined
  saveTo: string | undefined
}

async function start(
  prepare: (desk: Desk) => Promise<unknown>,
  options: Parameters<typeof startApp>[1] = {},
): Promise<Place> {
  const desk = await createDesk()
  desks.push(desk)
  await prepare(desk)
  const path = join(desk.userData, '投标 文件.pdf')
  writeFileSync(path, Buffer.from('合同\r\n'.repeat(1000)))
  const place = { chosen: path, saveTo: undefined } as { chosen: string | undefined; saveTo: string | undefined }
  const app = await startApp(desk, {
    chooseFile: () => Promise.resolve(place.chosen),
    chooseSavePath: () => Promise.resolve(place.saveTo),
    ...options,
  })
  open.push(app)
  const { cards } = await app.overview(({ cards: shown }) => shown.length > 0)
  const all = cards.flatMap(({ certificates }) => certificates)
  const certificateIds = all.filter(({ holder }) => !holder.includes('CA')).map(({ id }) => id)
  return Object.assign(place, { desk, app, path, certificateIds })
}

function failureOf(result: Result<unknown>): Failure | undefined {
  return result.ok ? undefined : result.failure
}

async function choose({ app }: Place, purpose: 'content' | 'signature' = 'content') {
  const { file, beside } = await app.value('signing:choose-file', { purpose })
  if (file === undefined) throw new Error('nothing was chosen')
  return { id: file.id, beside }
}

async function sign(place: Place, certificateId = place.certificateIds[0] ?? '', pin = deskPin) {
  const { id } = await choose(place)
  return place.app.call('signing:sign-file', { certificateId, fileId: id, pin })
}

/** The platform's CA is on the key, as CAs put it there. */
async function putAuthorities(desk: Desk): Promise<void> {
  for (const [index, value] of [
    ...desk.simulator.issuingCertificates(),
    ...desk.simulator.rootCertificates(),
  ].entries())
    desk.store.writeObject({ token: tokenLabel, kind: 'cert', value, id: `ca0${index}`, label: `CA ${index}` })
  await Promise.resolve()
}

/** openssl's verdict: content, signature and the chain up to the simulator's roots. */
function verifyByOpenssl({ desk, path }: Place, signature = `${path}.p7s`): string {
  const roots = join(desk.userData, 'roots.pem')
  const pem = desk.simulator.rootCertificates().map((der) => openssl(['x509', '-inform', 'DER'], der))
  writeFileSync(roots, pem.join(''))
  const given = ['-in', signature, '-inform', 'DER', '-content', path, '-CAfile', roots, '-purpose', 'any']
  return openssl(['cms', '-verify', '-binary', ...given, '-out', join(desk.userData, 'verified')])
}

describe.each(['rsa-2048', 'p-256'] as const)('a file signed with a key of type %s', (keyType) => {
  it('is what openssl and this program find intact, with its chain, and nobody once it is changed', async () => {
    const place = await start(async (desk) => {
      await desk.put({ keyType, days: [-338, 27] })
      await putAuthorities(desk)
    })
    const signed = await sign(place)
    expect(signed).toEqual({ ok: true, value: { saved: true, fileName: '投标 文件.pdf.p7s' } })
    expect(verifyByOpenssl(place)).toContain('successful')
    const printed = openssl(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', `${place.path}.p7s`])
    for (const part of ['signingTime', 'messageDigest', 'id-smime-aa-signingCertificateV2'])
      expect(printed).toContain(part)
    const { id: fileId, beside } = await choose(place)
    const check = { fileId, signatureId: beside?.id ?? '' }
    const { signers } = await place.app.value('signing:verify-file', check)
    expect(signers).toHaveLength(1)
    expect(signers[0]).toMatchObject({ outcome: 'intact', period: 'within', maySign: true, trust: 'trusted' })
    expect(signers[0]?.certificate?.holder).toBe('济南测试有限公司')
    writeFileSync(place.path, Buffer.from('合同\r\n'.repeat(999)))
    expect(() => verifyByOpenssl(place)).toThrow('Verification failure')
    expect((await place.app.value('signing:verify-file', check)).signers[0]?.outcome).toBe('content-changed')
  })
})

describe('the signature file', () => {
  it('never takes the place of another without the dialog', async () => {
    const place = await start(async (desk) => {
      await desk.put({ keyType: 'p-256', days: [-338, 27] })
      await putAuthorities(desk)
    })
    writeFileSync(`${place.path}.p7s`, 'somebody else’s')
    expect(await sign(place)).toEqual({ ok: true, value: { saved: false } })
    expect(readFileSync(`${place.path}.p7s`, 'utf8')).toBe('somebody else’s')
    place.saveTo = join(place.desk.userData, 'other.p7s')
    expect(await sign(place)).toEqual({ ok: true, value: { saved: true, fileName: 'other.p7s' } })
    expect(verifyByOpenssl(place, place.saveTo)).toContain('successful')
    expect(readFileSync(`${place.path}.p7s`, 'utf8')).toBe('somebody else’s')
  })

  it('is not made for a wrong PIN, which is tried once, nor when the folder is gone', async () => {
    const place = await start((desk) => desk.put({ keyType: 'p-256', days: [-338, 27] }))
    expect(failureOf(await sign(place, undefined, '99999999'))).toMatchObject({
      ...{ code: 'token.pinIncorrect', details: { pinState: 'count-low' } },
    })
    expect(readdirSync(place.desk.userData).filter((name) => name.includes('.p7s'))).toEqual([])
    const unknown = { certificateId: place.certificateIds[0] ?? '', pin: deskPin }
    const fileId = '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f'
    expect(failureOf(await place.app.call('signing:sign-file', { ...unknown, fileId }))?.code).toBe(
      'signing.fileUnreadable',
    )
  })
})

describe('验证签名', () => {
  it('signs something new with the key on the token, and the certificate on the token verifies it', async () => {
    const place = await start((desk) => desk.put({ keyType: 'rsa-2048', days: [-338, 27] }))
    const certificateId = place.certificateIds[0] ?? ''
    const first = await place.app.value('signing:prove', { certificateId, pin: deskPin })
    const second = await place.app.value('signing:prove', { certificateId, pin: deskPin })
    expect(first).toMatchObject({ kind: 'signature', period: 'within' })
    expect([first.failure, second.failure]).toEqual([undefined, undefined])
    expect(first.text).toContain('验证签名')
    expect(second.text).not.toBe(first.text)
  })

  it('works for an expired certificate too, and says that it is', async () => {
    const place = await start((desk) => desk.put({ keyType: 'p-256', days: [-400, -12] }))
    const proof = await place.app.value('signing:prove', { certificateId: place.certificateIds[0] ?? '', pin: deskPin })
    expect([proof.failure, proof.period]).toEqual([undefined, 'after'])
  })

  it('has an encryption key decrypt, and does not let it sign a file', async () => {
    const place = await start((desk) => desk.putEncryption([-338, 27]))
    const certificateId = place.certificateIds[0] ?? ''
    const proof = await place.app.value('signing:prove', { certificateId, pin: deskPin })
    expect([proof.kind, proof.failure]).toEqual(['decryption', undefined])
    expect(failureOf(await sign(place))?.code).toBe('signing.wrongUsage')
  })

  it('fails by its own code where the key is not the certificate’s', async () => {
    const place = await start(async (desk) => {
      const first = await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
      const second = await desk.put({ keyType: 'rsa-2048', days: [-338, 28] })
      // The second certificate at the first one's key.
      for (const { id } of [first, second]) {
        const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]
        desk.store.pkcs11Tool([...login, '--delete-object', '--type', 'cert', '--id', id])
      }
      const { certificate: value } = second
      desk.store.writeObject({ token: tokenLabel, kind: 'cert', value, id: first.id, label: '错' })
    })
    const certificateId = place.certificateIds[0] ?? ''
    const proof = await place.app.call('signing:prove', { certificateId, pin: deskPin })
    expect(proof.ok ? proof.value.failure?.code : proof.failure.code).toBe('signing.keyMismatch')
  })

  it('refuses SM2 before any PIN goes out', async () => {
    const place = await start(async (desk) => {
      const { certificate } = await desk.simulator.enrolSm2({
        ...{ account: 'demo', usage: 'signing', holderKind: 'organisation', cardNumber: 'A1' },
        subject: { organisation: '示例', commonName: '示例' },
        ...{ notBefore: Date.now() - 1000, notAfter: Date.now() + 86_400_000 },
      })
      desk.store.writeObject({ token: tokenLabel, kind: 'cert', value: certificate, id: '0e', label: 'SM2' })
    })
    const certificateId = place.certificateIds[0] ?? ''
    const refused = await place.app.call('signing:prove', { certificateId, pin: '99999999' })
    expect(failureOf(refused)?.code).toBe('token.sm2Unsupported')
    const [token] = (await place.app.value('certificates:refresh', {})).tokens
    expect(token?.pin.state).toBe('ok')
  })
})
