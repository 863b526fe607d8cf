import { createPublicKey, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { toContainerId } from '../../src/shared/token/container-id.ts'
import { containerOf, createSkfStand } from '../support/skf-stand.ts'
import type { SkfStand, SkfStandOptions } from '../support/skf-stand.ts'
import { wrapNewSm2Key } from '../support/sm2-key-management-centre.ts'
import { skfAbis } from '../support/softskf/build.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../support/token-steps.ts'
import { signsWith } from './token-contract.ts'

const stands: SkfStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(options: SkfStandOptions) {
  const stand = createSkfStand({}, options)
  stands.push(stand)
  const slot = await unlock(stand)
  const pair = await makePair(stand, slot, 'sm2')
  const name = containerOf(pair.id)
  const id = toContainerId({ container: new Uint8Array(Buffer.from(name)), role: 'encryption' })
  const escrowed = wrapNewSm2Key(pair.publicKey)
  const unwrap = { slot, id, label: '加密', unwrappingId: pair.id, wrapped: escrowed.wrapped }
  return { stand, slot, pair, name, escrowed, unwrap }
}

/** SPKI of what lies in the key's files, as another program reads it. */
function keyInside({ store }: SkfStand, name: string, role: 'signing' | 'encryption'): Uint8Array | undefined {
  const pem = store.privateKey(name, role)
  return pem === undefined ? undefined : new Uint8Array(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
}

const libraries: readonly (readonly [string, SkfStandOptions])[] = skfAbis.map((abi) => [abi, { abi }])

describe.each(libraries)('a library whose structures are laid out %s', (_, options) => {
  it('makes a pair that is the one in the key, signs with it, and shows its certificate', async () => {
    const { stand, slot, pair, name } = await start(options)
    expect(keyInside(stand, name, 'signing')).toEqual(pair.publicKey)
    expect(await signsWith(stand, slot, pair)).toBe(true)
    expect(stand.store.certificate(name, 'signing')).toEqual(pair.certificate)
    const listed = (await theToken(stand)).certificates
    expect(listed.map(({ id, label, value }) => ({ id, label, value }))).toEqual([
      { id: pair.id, label: name, value: pair.certificate },
    ])
  })

  it('takes an encryption key out of its envelope, and decrypts with it', async () => {
    const { stand, slot, pair, name, escrowed, unwrap } = await start(options)
    await stand.token.request('unwrapKey', unwrap)
    expect(keyInside(stand, name, 'encryption')).toEqual(escrowed.publicKey)
    const issued = await issueCertificate(escrowed.publicKey)
    await stand.token.request('writeCertificate', { slot, id: unwrap.id, label: '', ...issued })
    expect(stand.store.certificate(name, 'encryption')).toEqual(issued.certificate)
    const text = new Uint8Array(randomBytes(32))
    const decrypt = { slot, id: unwrap.id, encrypted: escrowed.encrypt(text) }
    expect(await stand.token.request('decrypt', decrypt)).toEqual({ plaintext: text })
    const removal = { slot, id: pair.id, onlyAs: pair.certificate }
    expect(await stand.token.request('removePair', removal)).toEqual({ removed: 0, kept: 'holds-more' })
    expect(stand.store.containers()).toContain(name)
  })

  it('loses a container only by the id of its signing pair, and then as a whole', async () => {
    const { stand, slot, pair, name, unwrap } = await start(options)
    const other = await makePair(stand, slot, 'sm2')
    await stand.token.request('unwrapKey', unwrap)
    expect(await stand.token.request('removePair', { slot, id: unwrap.id })).toEqual({ removed: 0 })
    expect(stand.store.containers()).toContain(name)
    const { removed } = await stand.token.request('removePair', { slot, id: pair.id })
    expect(removed).toBeGreaterThan(0)
    expect(stand.store.containers()).toEqual([containerOf(other.id)])
  })
})

describe('an envelope', () => {
  it('is refused when it was made for another key, and leaves nothing behind', async () => {
    const { stand, slot, name, unwrap } = await start({})
    const { publicKey } = await makePair(stand, slot, 'sm2')
    const { wrapped } = wrapNewSm2Key(publicKey)
    expect(await failureOf(stand.token.request('unwrapKey', { ...unwrap, wrapped }))).toMatchObject({
      code: 'token.wrappedKeyRefused',
    })
    expect(stand.store.privateKey(name, 'encryption')).toBeUndefined()
  })

  it.each([
    ['whose private key is damaged', -1],
    ['whose public key is another', -60],
  ])('%s is refused, and the right one is taken afterwards', async (_what, place) => {
    const { stand, name, unwrap, escrowed } = await start({})
    const envelopedKey = Uint8Array.from(escrowed.wrapped.envelopedKey)
    const at = envelopedKey.length + place
    envelopedKey[at] = (envelopedKey[at] ?? 0) ^ 1
    const damaged = { ...unwrap, wrapped: { ...escrowed.wrapped, envelopedKey } }
    expect(await failureOf(stand.token.request('unwrapKey', damaged))).toMatchObject({
      code: 'token.wrappedKeyRefused',
    })
    expect(stand.store.privateKey(name, 'encryption')).toBeUndefined()
    await stand.token.request('unwrapKey', unwrap)
    expect(keyInside(stand, name, 'encryption')).toEqual(escrowed.publicKey)
  })

  it('is not taken by a key without SM4', async () => {
    const { stand, name, unwrap } = await start({})
    stand.store.setOddities('no-sm4')
    expect(await failureOf(stand.token.request('unwrapKey', unwrap))).toMatchObject({ code: 'token.unsupported' })
    expect(stand.store.privateKey(name, 'encryption')).toBeUndefined()
    expect((await theToken(stand)).symmetric).not.toContain('sm4')
  })
})
