import { createPublicKey, randomBytes, verify } from 'node:crypto'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { readElement } from '../../src/main/x509/der.ts'
import { readPublicKey } from '../../src/main/x509/public-key.ts'
import type { KeyPresence, KeyType, PinState } from '../../src/shared/token/messages.ts'
import { opensslVerifiesSm2 } from '../support/openssl-verify.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, makePair, newId, putCertificate, theToken, unlock } from '../support/token-steps.ts'
import type { NewPair } from '../support/token-steps.ts'
import type { StandDeadlines, TokenStand } from '../support/token-stand.ts'

// Every test starts processes; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 60_000 })

/** Signs something new with the key of this id; does the public key (SPKI) agree? */
export async function signsWith(
  { token }: TokenStand,
  slot: string,
  { id, publicKey }: Pick<NewPair, 'id' | 'publicKey'>,
): Promise<boolean> {
  const text = randomBytes(100)
  const { signature } = await token.request('sign', { slot, id, text })
  if (algorithmOf(publicKey) === 'sm2') return opensslVerifiesSm2(publicKey, text, signature)
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  return verify('sha256', text, key, signature)
}

function algorithmOf(publicKey: Uint8Array): string {
  return readPublicKey(readElement(publicKey)).algorithm
}

interface Abilities {
  /** The first is used where any will do. */
  readonly keyTypes?: readonly [KeyType, ...KeyType[]]
  /** What the token tells after a wrong PIN; some tell nothing. */
  readonly afterWrongPin?: PinState
  /** Whether the library tells anything of itself. */
  readonly tellsLibrary?: boolean
  /** What a listing says of the key of a pair that was made, and of a signing certificate without one. */
  readonly keyOfPair?: KeyPresence
  readonly keyOfNone?: KeyPresence
  /** How many objects go with a pair. */
  readonly objectsOfPair?: number
}

/** What every token worker does, whatever is behind it. */
export function describeTokenContract(
  name: string,
  createStand: (deadlines?: StandDeadlines) => TokenStand | Promise<TokenStand>,
  abilities: Abilities = {},
): void {
  const { keyTypes = ['p-256', 'rsa-2048'], afterWrongPin = 'count-low', tellsLibrary = true } = abilities
  const { keyOfPair = 'present', keyOfNone = 'missing', objectsOfPair = 3 } = abilities
  const [anyKey] = keyTypes
  const stands: TokenStand[] = []
  const start = async (deadlines?: StandDeadlines): Promise<TokenStand> => {
    const stand = await createStand(deadlines)
    stands.push(stand)
    return stand
  }
  afterEach(() => {
    for (const stand of stands.splice(0)) stand.remove()
  })

  describe(`${name}: opening`, () => {
    it('tells what the library says of itself, and the same when it is asked again', async () => {
      const stand = await start()
      await theToken(stand)
      const opened = await stand.token.request('open', { modulePath: stand.modulePath })
      const library = {
        manufacturer: expect.stringMatching(/\S/) as string,
        description: expect.any(String) as string,
        version: expect.stringMatching(/^\d+\.\d+$/) as string,
        cryptoki: expect.stringMatching(/^[23]\.\d+$/) as string,
      }
      expect(opened).toEqual(tellsLibrary ? { library } : {})
      expect(await stand.token.request('open', { modulePath: stand.modulePath })).toEqual(opened)
    })
  })

  describe(`${name}: listing`, () => {
    it('shows a new token without certificates', async () => {
      const stand = await start()
      const token = await theToken(stand)
      expect(token.certificates).toEqual([])
      expect(token.pin).toMatchObject({ state: 'ok', initialised: true })
      expect(token.serialNumber).not.toBe('')
      expect((await stand.token.request('poll', {})).slots).toContain(token.slot)
    })

    it('shows bytes that are no certificate, and the good certificate beside them', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const junk = { certificate: Uint8Array.of(1, 2, 3), subject: new Uint8Array(), issuer: new Uint8Array() }
      const [junkId, label] = [newId(stand), '垃圾']
      await putCertificate(stand, slot, { id: junkId, label, issued: { ...junk, serialNumber: new Uint8Array() } })
      const { id, certificate } = await makePair(stand, slot, anyKey)
      const listed = (await theToken(stand)).certificates
      expect(listed).toHaveLength(2)
      const labels = { junk: stand.labelOf?.(junkId) ?? label, good: stand.labelOf?.(id) ?? '张三' }
      expect(listed).toContainEqual({ id: junkId, label: labels.junk, value: junk.certificate, key: keyOfNone })
      expect(listed).toContainEqual({ id, label: labels.good, value: certificate, key: keyOfPair })
    })

    it('shows a hundred certificates', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const ids = Array.from({ length: 100 }, () => newId(stand)).sort()
      for (const id of ids) await putCertificate(stand, slot, { id, label: id, issued: await issueCertificate() })
      const listed = (await theToken(stand)).certificates
      expect(listed.map((certificate) => certificate.id).sort()).toEqual(ids)
      expect(new Set(listed.map((certificate) => certificate.key))).toEqual(new Set(['unknown']))
    })
  })

  describe.each(keyTypes)(`${name}: a key pair of type %s`, (keyType) => {
    it('is made, signs, gets its certificate, and is read back', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const pair = await makePair(stand, slot, keyType)
      const { id, certificate, publicKey } = pair
      expect(algorithmOf(publicKey)).toBe(keyType === 'rsa-2048' ? 'rsa' : keyType)
      expect(await signsWith(stand, slot, pair)).toBe(true)
      expect(await stand.token.request('readCertificate', { slot, id })).toEqual({ certificate })
      expect(await stand.token.request('readPair', { slot, id })).toEqual({
        ...{ certificate, publicKey, hasPrivateKey: true },
      })
      const label = stand.labelOf?.(id) ?? '张三'
      expect((await theToken(stand)).certificates).toEqual([{ id, label, value: certificate, key: keyOfPair }])
    })

    it('still signs after the worker was started anew', async () => {
      const stand = await start()
      const pair = await makePair(stand, await unlock(stand), keyType)
      stand.token.stop()
      const slot = await unlock(stand)
      expect(await signsWith(stand, slot, pair)).toBe(true)
      expect(await stand.token.request('readCertificate', { slot, id: pair.id })).toEqual({
        certificate: pair.certificate,
      })
    })

    it('still signs and is removed on a token that was not listed', async () => {
      const stand = await start()
      const { slot, serialNumber } = await theToken(stand)
      const pair = await makePair(stand, await unlock(stand), keyType)
      stand.token.stop()
      await stand.token.request('unlock', { slot, serialNumber, pin: stand.pin })
      expect(await signsWith(stand, slot, pair)).toBe(true)
      expect(await stand.token.request('removePair', { slot, id: pair.id })).toEqual({ removed: objectsOfPair })
    })

    it('is removed whole, and nothing else with it', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const [stays, goes] = [await makePair(stand, slot, keyType), await makePair(stand, slot, keyType)]
      expect(await stand.token.request('removePair', { slot, id: goes.id })).toEqual({ removed: objectsOfPair })
      expect(await stand.token.request('removePair', { slot, id: goes.id })).toEqual({ removed: 0 })
      expect(await stand.token.request('readPair', { slot, id: goes.id })).toEqual({ hasPrivateKey: false })
      expect(await signsWith(stand, slot, stays)).toBe(true)
      const listed = (await theToken(stand)).certificates
      expect(listed.map(({ id, key }) => ({ id, key }))).toEqual([{ id: stays.id, key: keyOfPair }])
    })
  })

  describe(`${name}: keys that are not there`, () => {
    it('says so when asked to sign, and removes nothing', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const { id } = await makePair(stand, slot, anyKey)
      const text = new Uint8Array(32)
      for (const absent of ['beef', newId(stand)]) {
        expect(await failureOf(stand.token.request('sign', { slot, id: absent, text }))).toMatchObject({
          code: 'token.keyNotFound',
        })
        expect(await stand.token.request('removePair', { slot, id: absent })).toEqual({ removed: 0 })
      }
      expect(await stand.token.request('removePair', { slot, id: '' })).toEqual({ removed: 0 })
      expect(await stand.token.request('removeNameless', { slot })).toEqual({ removed: 0 })
      expect((await theToken(stand)).certificates.map((certificate) => certificate.id)).toEqual([id])
    })
  })

  describe(`${name}: the PIN`, () => {
    it('is refused when wrong, with the state that the token is in, and accepted when right', async () => {
      const stand = await start()
      const failure = await failureOf(unlock(stand, '99999999'))
      expect(failure).toMatchObject({ code: 'token.pinIncorrect', details: { pinState: afterWrongPin } })
      expect(JSON.stringify(failure)).not.toContain('99999999')
      expect((await theToken(stand)).pin.state).toBe(afterWrongPin)
      await unlock(stand)
      expect((await theToken(stand)).pin.state).toBe('ok')
    })

    it('costs no try when its length is impossible', async () => {
      const stand = await start()
      const { minLength, maxLength } = (await theToken(stand)).pin
      for (const length of [minLength - 1, maxLength + 1].filter((impossible) => impossible > 0)) {
        expect(await failureOf(unlock(stand, '1'.repeat(length)))).toEqual({
          ...{ code: 'token.pinLength', details: { minLength, maxLength } },
        })
      }
      expect((await theToken(stand)).pin.state).toBe('ok')
    })

    it('is asked for anew after locking, and checked anew while unlocked', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      expect(await failureOf(unlock(stand, '99999999'))).toMatchObject({ code: 'token.pinIncorrect' })
      const generate = { slot, id: newId(stand), label: '', keyType: anyKey }
      expect(await failureOf(stand.token.request('generateKeyPair', generate))).toMatchObject({
        code: 'token.notUnlocked',
      })
      await unlock(stand)
      await stand.token.request('lock', { slot })
      await stand.token.request('lock', { slot })
      expect(await failureOf(stand.token.request('generateKeyPair', generate))).toMatchObject({
        code: 'token.notUnlocked',
      })
    })

    it('does not go to a token with another serial number', async () => {
      const stand = await start()
      const { slot } = await theToken(stand)
      const login = { slot, serialNumber: 'another', pin: '99999999' }
      expect(await failureOf(stand.token.request('unlock', login))).toEqual({ code: 'token.otherToken' })
      expect(await failureOf(stand.token.request('unlock', { ...login, slot: 'nowhere' }))).toMatchObject({
        code: 'token.absent',
      })
      expect((await theToken(stand)).pin.state).toBe('ok')
    })
  })

  describe(`${name}: pulling and plugging`, () => {
    it('shows no token while it is out, and ends its login', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const { serialNumber } = await theToken(stand)
      const { id } = await makePair(stand, slot, anyKey)
      stand.unplug()
      const sign = { slot, id, text: new Uint8Array(32) }
      for (const wanted of [id, newId(stand)]) {
        const signing = stand.token.request('sign', { ...sign, id: wanted })
        expect(await failureOf(signing)).toMatchObject({ code: 'token.absent' })
      }
      expect(await stand.token.request('list', {})).toEqual({ tokens: [] })
      expect(await stand.token.request('poll', {})).toEqual({ slots: [] })
      const login = { slot, serialNumber, pin: stand.pin }
      expect(await failureOf(stand.token.request('unlock', login))).toMatchObject({ code: 'token.absent' })
      stand.plug()
      expect((await theToken(stand)).serialNumber).toBe(serialNumber)
      expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
      await unlock(stand)
    })
  })

  describe(`${name}: a worker that ends`, () => {
    it('fails what was asked of it when it crashes, and is replaced', async () => {
      const stand = await start()
      await theToken(stand)
      stand.breakListing('crash')
      const [failure, behind] = await Promise.all([
        failureOf(stand.token.request('list', {})),
        failureOf(stand.token.request('poll', {})),
      ])
      expect(failure).toMatchObject({ code: 'token.crashed', details: { operation: 'list' } })
      expect(behind).toMatchObject({ code: 'token.crashed', details: { operation: 'poll' } })
      stand.mend()
      await theToken(stand)
    })

    it('is killed when it hangs, and replaced', async () => {
      const stand = await start({ list: 1500 })
      await theToken(stand)
      stand.breakListing('hang')
      expect(await failureOf(stand.token.request('list', {}))).toEqual({
        ...{ code: 'token.timeout', details: { operation: 'list', afterMs: 1500 } },
      })
      stand.mend()
      await theToken(stand)
    })
  })
}
