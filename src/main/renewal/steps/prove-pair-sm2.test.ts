import { expect, it } from 'vitest'
import { buildCertificate } from '../../x509/testing/built-certificate.ts'
import { newSm2Key } from '../../x509/testing/openssl-sm2.ts'
import { isTextSignedBy } from '../../x509/verify-text.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { describeRenewal } from '../renewal-view.ts'
import { toBase64 } from '../renewal-record.ts'
import { createFakeSkfToken, signSm2 } from '../testing/fake-skf-token.ts'
import { createSm2Work, oldKey, order, recordBySkf, startedByPkcs11, startedBySkf } from '../testing/sm2-work.ts'
import { provePair } from './prove-pair.ts'

const signing = newSm2Key()
const certificate = buildCertificate({ publicKey: new Uint8Array(signing.spki) })
const at = order.at
const entries = {
  order,
  'key-intended': { state: 'key-intended', at, id: '523101', label: '', keyType: 'sm2' },
  issued: { state: 'issued', at, signing: toBase64(certificate), chain: [] },
  'signing-written': { state: 'signing-written', at },
} as const

function written(key = signing) {
  const token = createFakeSkfToken()
  token.containers.set('R1', { signing: key, certificates: { signing: certificate } })
  const record = recordBySkf({ ...entries, issued: { ...entries.issued, chain: [] } }, 'signing-written')
  return createSm2Work(token, record)
}

it('an SM2 pair is proven by a signature that its certificate verifies', async () => {
  const work = written()
  await provePair(work)
  expect(work.written.map(({ state }) => state)).toEqual(['proved'])
})

it('and is not when another key signs', async () => {
  const work = written(newSm2Key())
  await expect(provePair(work)).rejects.toMatchObject({ failure: { code: 'renewal.proofFailed' } })
  expect(work.written).toEqual([])
})

it.each([
  ['takes it now', true, ['proved']],
  ['says so once more', false, []],
] as const)(
  'a key that has only said it had written the certificate is given it again, and %s',
  async (_, takes, to) => {
    const { asked, token, work } = lying(takes)
    const proof = provePair(work)
    if (takes) await proof
    else await expect(proof).rejects.toMatchObject({ failure: { code: 'renewal.readBackFailed' } })
    expect(asked).toEqual(['523101'])
    expect(token.containers.get('R1')?.certificates.signing).toEqual(takes ? new Uint8Array(certificate) : undefined)
    expect(work.written.map(({ state }) => state)).toEqual(to)
  },
)

/** The journal says that the certificate is written, and the container has none. */
function lying(takes: boolean) {
  const asked: string[] = []
  const token = createFakeSkfToken({
    writeCertificate: ({ id, certificate: given }) => {
      asked.push(id)
      const container = token.containers.get('R1')
      if (takes && container !== undefined) container.certificates.signing = given
      return Promise.resolve()
    },
  })
  token.containers.set('R1', { signing, certificates: {} })
  const work = createSm2Work(
    token,
    recordBySkf({ ...entries, issued: { ...entries.issued, chain: [] } }, 'signing-written'),
  )
  return { asked, token, work }
}

it('a signature is good for its text and its key only', () => {
  const { publicKey } = readCertificate(certificate)
  const text = Buffer.from('something')
  expect(isTextSignedBy(publicKey, text, signSm2(signing, text))).toBe(true)
  expect(isTextSignedBy(publicKey, Buffer.from('anything'), signSm2(signing, text))).toBe(false)
  expect(isTextSignedBy(publicKey, text, signSm2(oldKey, text))).toBe(false)
  expect(isTextSignedBy(publicKey, text, new Uint8Array(70))).toBe(false)
})

const moment = { busy: false, unlocked: true, live: new Map() }

it('a renewal by SKF is shown as experimental, and one by PKCS#11 is not', () => {
  const shown = (started: typeof startedBySkf) => describeRenewal(recordBySkf({ started }, 'started'), moment)
  expect(shown(startedBySkf).isExperimental).toBe(true)
  expect(shown(startedByPkcs11)).not.toHaveProperty('isExperimental')
})

it.each([
  [
    { oldPair: 'kept', holdsEncryptionKey: true },
    { oldPairRemoved: false, oldPairKept: 'holds-encryption-key' },
  ],
  [{ oldPair: 'kept' }, { oldPairRemoved: false, oldPairKept: undefined }],
  [{ oldPair: 'removed' }, { oldPairRemoved: true, oldPairKept: undefined }],
] as const)('an old pair that is %j is told as %j', (outcome, expected) => {
  const record = recordBySkf({ completed: { state: 'completed', at, ...outcome } }, 'completed')
  const { oldPairRemoved, oldPairKept } = describeRenewal(record, moment)
  expect({ oldPairRemoved, oldPairKept }).toEqual(expected)
})
