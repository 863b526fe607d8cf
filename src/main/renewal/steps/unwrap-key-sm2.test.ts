import { describe, expect, it } from 'vitest'
import { AppError } from '../../app-error.ts'
import { buildCertificate } from '../../x509/testing/built-certificate.ts'
import { newSm2Key, sm2Envelope, type Sm2OpensslKey } from '../../x509/testing/openssl-sm2.ts'
import type { EntryOf } from '../journal-entry.ts'
import type { UnlockedToken } from '../ports.ts'
import { toBase64 } from '../renewal-record.ts'
import { createFakeSkfToken } from '../testing/fake-skf-token.ts'
import { createSm2Work, order, recordBySkf } from '../testing/sm2-work.ts'
import { removeOldPair } from './remove-old-pair.ts'
import { requireMatch } from './require-match.ts'
import { unwrapKey } from './unwrap-key.ts'

const [signing, encryption] = [newSm2Key(), newSm2Key()]
const [signingId, encryptionId] = ['52310' + '1', '52310' + '2']
const at = order.at
const signingCertificate = certify(signing)
const intended: EntryOf<'key-intended'> = {
  ...{ state: 'key-intended', at, id: signingId, label: 'old', keyType: 'sm2', attempt: 1, unwraps: true },
}
const made: EntryOf<'key-made'> = { state: 'key-made', at, publicKeySha256: 'b'.repeat(64), request: 'AQID' }
const issued: EntryOf<'issued'> = { state: 'issued', at, signing: toBase64(signingCertificate), chain: [] }

function certify({ spki }: Sm2OpensslKey): Uint8Array {
  return buildCertificate({ publicKey: new Uint8Array(spki) })
}

/** An encryption certificate with the key that came with it, enveloped by openssl. */
function delivered(sent: Sm2OpensslKey = encryption, certified: Sm2OpensslKey = encryption) {
  return {
    ...{ id: encryptionId, wrapping: 'sm2-enveloped-key/sm4-ecb', certificate: toBase64(certify(certified)) },
    envelopedKey: toBase64(sm2Envelope({ signing: signing.spki, encryption: sent })),
  }
}

function workWith(changes: Partial<UnlockedToken> = {}, state: 'issued' | 'confirmed' = 'issued') {
  const token = createFakeSkfToken(changes)
  token.containers.set('R1', { signing, certificates: { signing: signingCertificate } })
  const work = createSm2Work(token, recordBySkf({ order, 'key-intended': intended, 'key-made': made, issued }, state))
  return { token, work }
}

const failing = (
  code: 'token.failed' | 'token.absent' | 'token.unsupported' | 'token.wrappedKeyRefused',
  skf?: string,
) => Promise.reject(new AppError(code, skf === undefined ? {} : { details: { skf, call: 'SKF_X' } }))

describe('an enveloped key', () => {
  it('goes into the container of the signing pair, and decrypts what is encrypted for its certificate', async () => {
    const { token, work } = workWith()
    expect(await unwrapKey(work, delivered())).toEqual({ outcome: 'unwrapped' })
    expect(token.containers.get('R1')?.encryption?.number).toEqual(encryption.number)
    expect(token.asked).toEqual([`remove ${encryptionId}`, `unwrap ${encryptionId}`])
    expect(token.containers.get('R1')?.signing).toBe(signing)
  })

  it('that is another one than the certificate’s is refused, whatever the envelope says', async () => {
    const { work } = workWith()
    await expect(unwrapKey(work, delivered(newSm2Key()))).rejects.toMatchObject({
      failure: { code: 'issued.encryptionKeyMismatch' },
    })
  })

  it('that the token has no algorithm for is left out', async () => {
    const { work } = workWith({ unwrapKey: () => failing('token.unsupported', '0x0A000003') })
    expect(await unwrapKey(work, delivered())).toMatchObject({
      outcome: 'skipped',
      failure: { code: 'token.unsupported', details: { skf: '0x0A000003' } },
    })
  })

  it('that the token takes for nonsense is the platform’s fault while the token still signs', async () => {
    const { work } = workWith({ unwrapKey: () => failing('token.wrappedKeyRefused', '0x0A000011') })
    await expect(unwrapKey(work, delivered())).rejects.toMatchObject({
      failure: { code: 'issued.encryptionKeyMismatch' },
    })
    const broken = workWith({
      unwrapKey: () => failing('token.wrappedKeyRefused', '0x0A000011'),
      sign: () => failing('token.absent'),
    })
    await expect(unwrapKey(broken.work, delivered())).rejects.toMatchObject({ failure: { code: 'token.absent' } })
  })

  it('in a wrapping that this program does not know is left out', async () => {
    const { token, work } = workWith()
    const unknown = { ...delivered(), wrapping: 'sm9-enveloped-key' }
    expect(await unwrapKey(work, unknown)).toEqual({
      outcome: 'skipped',
      failure: { code: 'token.unsupported', details: { wrapping: 'sm9-enveloped-key' } },
    })
    expect(token.asked).toEqual([])
  })
})

describe('the decryption that proves it', () => {
  const prove = async (changes: Partial<UnlockedToken>) => {
    const { token, work } = workWith(changes)
    token.containers.set('R1', { signing, encryption, certificates: {} })
    return requireMatch(work, delivered()).then(
      () => 'proven',
      (error: unknown) => (error instanceof AppError ? error.failure.code : error),
    )
  }

  it.each<[string, Partial<UnlockedToken>, string]>([
    ['the right text', {}, 'proven'],
    ['another text', { decrypt: () => Promise.resolve(new Uint8Array(32)) }, 'issued.encryptionKeyMismatch'],
    ['no text', { decrypt: () => Promise.resolve(new Uint8Array()) }, 'issued.encryptionKeyMismatch'],
    ['a vendor’s code', { decrypt: () => failing('token.failed', '0x0A00001E') }, 'issued.encryptionKeyMismatch'],
    [
      'a vendor’s code, and it signs no more',
      { decrypt: () => failing('token.failed', '0x0A000001'), sign: () => failing('token.failed', '0x0A000001') },
      'token.failed',
    ],
    ['that the token is gone', { decrypt: () => failing('token.absent', '0x0A000023') }, 'token.absent'],
    ['a failure that is not the library’s', { decrypt: () => failing('token.failed') }, 'token.failed'],
  ])('when it answers %s', async (_what, changes, expected) => {
    expect(await prove(changes)).toBe(expected)
  })
})

describe('the old container', () => {
  const remove = async (holds: { readonly encryption?: Sm2OpensslKey }, changes: Partial<UnlockedToken> = {}) => {
    const { token, work } = workWith(changes, 'confirmed')
    const old = token.containers.get('old')
    if (old === undefined) throw new Error('there is no old container')
    token.containers.set('old', { ...old, ...holds })
    await removeOldPair(work)
    return { token, completed: work.written }
  }

  it('goes when it holds the old signing pair and nothing else', async () => {
    const { token, completed } = await remove({})
    expect(completed).toMatchObject([{ state: 'completed', oldPair: 'removed' }])
    expect([...token.containers.keys()]).toEqual(['R1'])
  })

  it('stays when the old encryption key is in it', async () => {
    const { token, completed } = await remove({ encryption: newSm2Key() })
    expect(completed).toMatchObject([{ state: 'completed', oldPair: 'kept', holdsEncryptionKey: true }])
    expect([...token.containers.keys()].sort()).toEqual(['R1', 'old'])
    expect(token.asked).toEqual([])
  })

  it.each([
    ['does not say what is in it, and says so', 'unclear', { oldPair: 'kept', holdsEncryptionKey: false }],
    ['has another pair there by now', 'other', { oldPair: 'kept' }],
  ] as const)('stays when the token %s', async (_, kept, outcome) => {
    const { token, completed } = await remove({}, { removeOnlyAs: () => Promise.resolve(kept) })
    expect(completed).toMatchObject([{ state: 'completed', ...outcome }])
    expect('holdsEncryptionKey' in (completed[0] ?? {})).toBe('holdsEncryptionKey' in outcome)
    expect([...token.containers.keys()].sort()).toEqual(['R1', 'old'])
  })

  it('stays when somebody has written another certificate into it', async () => {
    const { token, work } = workWith({}, 'confirmed')
    const old = token.containers.get('old')
    if (old !== undefined) token.containers.set('old', { ...old, certificates: { signing: signingCertificate } })
    await removeOldPair(work)
    expect(work.written).toMatchObject([{ state: 'completed', oldPair: 'kept' }])
    expect([...token.containers.keys()].sort()).toEqual(['R1', 'old'])
  })

  it('stays while nobody can say what is in it', async () => {
    const { token, work } = workWith(
      { hasMade: () => true, removeOnlyAs: () => failing('token.failed', '0x0A000001') },
      'confirmed',
    )
    await expect(removeOldPair(work)).rejects.toMatchObject({ failure: { code: 'token.failed' } })
    expect([token.asked, work.written]).toEqual([[], []])
  })
})
