import { createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { certificateFaultKinds } from '../../../src/shared/demo/simulator-messages.ts'
import { newDualKeys, openDualOffice, type DualKind } from '../testing/dual-office.ts'
import { newTestKey, type TestKey } from '../testing/holder.ts'
import { odditiesOf } from '../testing/oddities.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import { openEnvelope } from '../testing/open-envelope.ts'
import type { WrappedKey } from '../testing/unwrap.ts'
import { openAesKey, openPrivateKey } from '../testing/unwrap.ts'

const keysOf = { rsa: newDualKeys('rsa'), sm2: newDualKeys('sm2') } as const

interface Opened {
  readonly odd: readonly string[]
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer | undefined
}

/** What a client notices while it opens the key, and the public key when it opens. */
async function openKey(wrapped: WrappedKey, next: TestKey): Promise<Opened> {
  if ('envelopedKey' in wrapped) {
    const { publicKey, point } = await openEnvelope(Buffer.from(wrapped.envelopedKey, 'base64'), next)
    const isDamaged = !publicKey.subarray(-65).equals(point)
    return isDamaged ? { odd: ['damaged-key'], publicKey: undefined } : { odd: [], publicKey }
  }
  const aesKey = openAesKey(wrapped, next)
  if (aesKey === undefined) return { odd: ['unknown-wrapping'], publicKey: undefined }
  try {
    const privateKey = openPrivateKey(wrapped, aesKey)
    return { odd: [], publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) }
  } catch {
    return { odd: ['damaged-key'], publicKey: undefined }
  }
}

async function issueWith(fault: CertificateFaultKind | undefined, kind: DualKind = 'rsa') {
  const keys = keysOf[kind]
  const office = await openDualOffice(keys)
  const { client, simulator, old, params } = office
  if (fault !== undefined) simulator.faults.arm({ kind: fault })
  await office.ask()
  const { signingCertificate, chain, encryption } = await client.call('getIssued', { params })
  if (encryption === undefined) throw new Error('there is no encryption certificate')
  const now = simulator.clock.now()
  const ofSigning = { old: old.signing.certificate, key: keys.next.publicKey, usage: 'signing', chain, now } as const
  const { odd, publicKey } = await openKey(encryption.wrappedKey, keys.next)
  const ofEncryption = { old: old.encryption.certificate, key: publicKey, usage: 'encryption', chain, now } as const
  return {
    office,
    hashes: { signing: sha256(signingCertificate), encryption: sha256(encryption.certificate) },
    oddities: {
      signing: await odditiesOf(Buffer.from(signingCertificate, 'base64'), ofSigning),
      encryption: [...odd, ...(await odditiesOf(Buffer.from(encryption.certificate, 'base64'), ofEncryption))],
    },
  }
}

test.each(['rsa', 'sm2'] as const)('without a fault there is nothing odd (%s)', async (key) => {
  expect((await issueWith(undefined, key)).oddities).toEqual({ signing: [], encryption: [] })
})

const encryptionFaults = certificateFaultKinds.filter((kind) => kind.startsWith('encryption-'))

test.each(encryptionFaults.flatMap((kind) => [[kind, 'rsa'] as const, [kind, 'sm2'] as const]))(
  'the fault %s shows, and only there; without it the signing certificate is renewed (%s)',
  async (kind, key) => {
    const { office, hashes, oddities } = await issueWith(kind, key)
    expect(oddities).toEqual({ signing: [], encryption: [kind.slice('encryption-'.length)] })
    expect(office.simulator.faults.armed()).toEqual([])
    const encryption = { certificateSha256: hashes.encryption, installed: false, reason: kind }
    const body = { signingCertificateSha256: hashes.signing, installed: true, encryption }
    expect((await office.client.call('confirmOrder', { params: office.params, body })).state).toBe('completed')
    expect(await office.standings()).toEqual([
      'encryption expiring',
      'encryption revoked',
      'signing superseded',
      'signing valid',
    ])
  },
)

const signingFaults = certificateFaultKinds.filter((kind) => !kind.startsWith('encryption-'))

test.each([
  ...(['other-subject', 'expired', 'untrusted'] as const).map((kind) => [kind, 'rsa'] as const),
  ...signingFaults.map((kind) => [kind, 'sm2'] as const),
])(
  'the fault %s of the signing certificate leaves the encryption certificate as it should be (%s)',
  async (kind, key) => {
    expect((await issueWith(kind, key)).oddities).toEqual({ signing: [kind], encryption: [] })
  },
)

test('a fault of the encryption certificate waits for an order that has one', async () => {
  const office = await openOffice()
  office.simulator.faults.arm({ kind: 'encryption-garbage' })
  const old = await office.enrol(27, newTestKey())
  await office.submit(old, await office.readyOrderFor(old))
  expect(office.simulator.faults.armed()).toEqual([{ kind: 'encryption-garbage', times: 1 }])
})
