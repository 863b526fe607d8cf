import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { KeyUsageFlags } from '@peculiar/x509'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wrap, wrapNewKey } from '../support/key-management-centre.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'
import type { TokenStand } from '../support/token-stand.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A pair that may unwrap, as a renewal makes it. */
export async function makeUnwrapping({ token }: TokenStand, slot: string, id = 'a1') {
  const { publicKey } = await token.request('generateKeyPair', {
    ...{ slot, id, label: '签名', keyType: 'rsa-2048', unwraps: true },
  })
  return { id, publicKey }
}

/** What every token worker does with a wrapped key, whatever is behind it. */
export function describeWrappedKeys(name: string, createStand: () => TokenStand | Promise<TokenStand>): void {
  const stands: TokenStand[] = []
  const start = async () => {
    const stand = await createStand()
    stands.push(stand)
    const slot = await unlock(stand)
    return { stand, slot, signing: await makeUnwrapping(stand, slot) }
  }
  afterEach(() => {
    for (const stand of stands.splice(0)) stand.remove()
  })

  describe.each(['rsa-oaep-sha1', 'rsa-pkcs1'] as const)(`${name}: a key wrapped by %s`, (keyEncryption) => {
    it('decrypts on the token, also after the worker was started anew', async () => {
      const { stand, slot, signing } = await start()
      const { wrapped, encrypt } = wrapNewKey(signing.publicKey, keyEncryption)
      await stand.token.request('unwrapKey', { slot, id: 'e1', label: '加密', unwrappingId: signing.id, wrapped })
      const text = new Uint8Array(randomBytes(32))
      const input = { slot, id: 'e1', encrypted: { algorithm: 'rsa-pkcs1', ciphertext: encrypt(text) } as const }
      expect(await stand.token.request('decrypt', input)).toEqual({ plaintext: text })
      stand.token.stop()
      expect(await stand.token.request('decrypt', { ...input, slot: await unlock(stand) })).toEqual({ plaintext: text })
    })
  })

  describe(`${name}: a key that was unwrapped`, () => {
    it('has a private key and no public one, and goes when its pair is removed', async () => {
      const { stand, slot, signing } = await start()
      const { wrapped, publicKey } = wrapNewKey(signing.publicKey)
      await stand.token.request('unwrapKey', { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped })
      const issued = await issueCertificate(publicKey, KeyUsageFlags.keyEncipherment)
      await stand.token.request('writeCertificate', { slot, id: 'e1', label: '', ...issued })
      expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({
        ...{ certificate: issued.certificate, hasPrivateKey: true },
      })
      expect(await stand.token.request('removeNameless', { slot })).toEqual({ removed: 0 })
      expect(await stand.token.request('removePair', { slot, id: 'e1' })).toEqual({ removed: 2 })
      expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({ hasPrivateKey: false })
    })

    it('is not said to be missing, as that of a signing certificate is', async () => {
      const { stand, slot } = await start()
      const { keyEncipherment, dataEncipherment, digitalSignature } = KeyUsageFlags
      const usages: Readonly<Record<string, KeyUsageFlags | undefined>> = {
        ...{ e1: keyEncipherment | dataEncipherment, e2: keyEncipherment | digitalSignature, e3: undefined },
      }
      for (const [id, usage] of Object.entries(usages)) {
        const issued = await issueCertificate(undefined, usage)
        await stand.token.request('writeCertificate', { slot, id, label: '', ...issued })
      }
      await stand.token.request('lock', { slot })
      const listed = (await theToken(stand)).certificates
      expect(Object.fromEntries(listed.map(({ id, key }) => [id, key]))).toEqual({
        ...{ e1: 'unknown', e2: 'missing', e3: 'missing' },
      })
    })
  })

  describe(`${name}: a wrapped key that is not right`, () => {
    it('is refused and leaves nothing behind when it is damaged', async () => {
      const { stand, slot, signing } = await start()
      const { wrapped } = wrapNewKey(signing.publicKey)
      const damaged = Uint8Array.from(wrapped.encryptedPrivateKey)
      damaged[20] = (damaged[20] ?? 0) ^ 1
      const input = { slot, id: 'e1', label: '', unwrappingId: signing.id }
      expect(
        await failureOf(
          stand.token.request('unwrapKey', { ...input, wrapped: { ...wrapped, encryptedPrivateKey: damaged } }),
        ),
      ).toMatchObject({ code: 'token.wrappedKeyRefused' })
      expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({ hasPrivateKey: false })
      // The session is not stuck in anything.
      await stand.token.request('unwrapKey', { ...input, wrapped })
    })

    it('is refused and leaves nothing behind when what was wrapped is no RSA key', async () => {
      const { stand, slot, signing } = await start()
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
      for (const octets of [randomBytes(1200), pkcs8]) {
        const wrapped = wrap(octets, signing.publicKey)
        const input = { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped }
        expect(await failureOf(stand.token.request('unwrapKey', input))).toMatchObject({
          code: 'token.wrappedKeyRefused',
        })
        expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({ hasPrivateKey: false })
      }
    })

    it('is refused when it was wrapped for another key', async () => {
      const { stand, slot } = await start()
      const other = await makeUnwrapping(stand, slot, 'a2')
      const { wrapped } = wrapNewKey(other.publicKey)
      const input = { slot, id: 'e1', label: '', unwrappingId: 'a1', wrapped }
      expect(await failureOf(stand.token.request('unwrapKey', input))).toMatchObject({
        code: 'token.wrappedKeyRefused',
      })
      expect(await stand.token.request('readPair', { slot, id: 'e1' })).toEqual({ hasPrivateKey: false })
    })

    it('cannot be unwrapped with a key that is not there, or that is no RSA key', async () => {
      const { stand, slot, signing } = await start()
      const { wrapped } = wrapNewKey(signing.publicKey)
      const input = { slot, id: 'e1', label: '', wrapped }
      expect(await failureOf(stand.token.request('unwrapKey', { ...input, unwrappingId: 'beef' }))).toMatchObject({
        code: 'token.keyNotFound',
      })
      await stand.token.request('generateKeyPair', { slot, id: 'a3', label: '', keyType: 'p-256' })
      expect(await failureOf(stand.token.request('unwrapKey', { ...input, unwrappingId: 'a3' }))).toMatchObject({
        code: 'token.unsupported',
      })
    })
  })

  describe(`${name}: a key whose record was lost`, () => {
    it('is found by its public key, with or without a certificate', async () => {
      const { stand, slot, signing } = await start()
      const publicKeySha256 = createHash('sha256').update(signing.publicKey).digest('hex')
      await stand.token.request('generateKeyPair', { slot, id: 'b1', label: '', keyType: 'p-256' })
      expect(await stand.token.request('findKey', { slot, publicKeySha256 })).toEqual({ id: signing.id })
      expect(await stand.token.request('findKey', { slot, publicKeySha256: '0'.repeat(64) })).toEqual({})
    })

    it('is found without a public key beside it', async () => {
      const { stand, slot, signing } = await start()
      const { wrapped, publicKey } = wrapNewKey(signing.publicKey)
      await stand.token.request('generateKeyPair', { slot, id: 'b1', label: '', keyType: 'p-256' })
      await stand.token.request('unwrapKey', { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped })
      const publicKeySha256 = createHash('sha256').update(publicKey).digest('hex')
      expect(await stand.token.request('findKey', { slot, publicKeySha256 })).toEqual({ id: 'e1' })
    })
  })

  it(`${name}: something that was not encrypted for the key is not decrypted`, async () => {
    const { stand, slot, signing } = await start()
    const { wrapped } = wrapNewKey(signing.publicKey)
    await stand.token.request('unwrapKey', { slot, id: 'e1', label: '', unwrappingId: signing.id, wrapped })
    const text = new Uint8Array(randomBytes(32))
    const input = {
      slot,
      id: 'e1',
      encrypted: { algorithm: 'rsa-pkcs1', ciphertext: wrapNewKey(signing.publicKey).encrypt(text) } as const,
    }
    // Refused, or, so that nobody learns anything from a refusal, answered with something else.
    const answer = await stand.token.request('decrypt', input).catch((error: unknown) => error)
    expect(answer).not.toEqual({ plaintext: text })
    expect(await failureOf(stand.token.request('decrypt', { ...input, id: 'beef' }))).toMatchObject({
      code: 'token.keyNotFound',
    })
  })
}
