import { createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { certificateFaultKinds } from '../../../src/shared/demo/simulator-messages.ts'
import { newDualKeys, openDualOffice } from '../testing/dual-office.ts'
import { newTestKey } from '../testing/holder.ts'
import { odditiesOf } from '../testing/oddities.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import type { WrappedKey } from '../testing/unwrap.ts'
import { openAesKey, openPrivateKey } from '../testing/unwrap.ts'

const keys = newDualKeys()

/** What a client notices while it opens the key, and the public key when it opens. */
function openKey(wrapped: WrappedKey): { readonly odd: readonly string[]; readonly publicKey: Buffer | undefined } {
  const aesKey = openAesKey(wrapped, keys.next)
  if (aesKey === undefined) return { odd: ['unknown-wrapping'], publicKey: undefined }
  try {
    const privateKey = openPrivateKey(wrapped, aesKey)
    return { odd: [], publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) }
  } catch {
    return { odd: ['damaged-key'], publicKey: undefined }
  }
}

async function issueWith(fault: CertificateFaultKind | undefined) {
  const office = await openDualOffice(keys)
  const { client, simulator, old, params } = office
  if (fault !== undefined) simulator.faults.arm({ kind: fault })
  await office.ask()
  const { signingCertificate, chain, encryption } = await client.call('getIssued', { params })
  if (encryption === undefined) throw new Error('there is no encryption certificate')
  const now = simulator.clock.now()
  const ofSigning = { old: old.signing.certificate, key: keys.next.publicKey, usage: 'signing', chain, now } as const
  const { odd, publicKey } = openKey(encryption.wrappedKey)
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

test('without a fault there is nothing odd', async () => {
  expect((await issueWith(undefined)).oddities).toEqual({ signing: [], encryption: [] })
})

test.each(certificateFaultKinds.filter((kind) => kind.startsWith('encryption-')))(
  'the fault %s shows, and only there; without it the signing certificate is renewed',
  async (kind) => {
    const { office, hashes, oddities } = await issueWith(kind)
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

test.each(['other-subject', 'expired', 'untrusted'] as const)(
  'the fault %s of the signing certificate leaves the encryption certificate as it should be',
  async (kind) => {
    expect((await issueWith(kind)).oddities).toEqual({ signing: [kind], encryption: [] })
  },
)

test('a fault of the encryption certificate waits for an order that has one', async () => {
  const office = await openOffice()
  office.simulator.faults.arm({ kind: 'encryption-garbage' })
  const old = await office.enrol(27, newTestKey())
  await office.submit(old, await office.readyOrderFor(old))
  expect(office.simulator.faults.armed()).toEqual([{ kind: 'encryption-garbage', times: 1 }])
})
