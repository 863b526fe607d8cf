import { afterEach, describe, expect, it, vi } from 'vitest'

import type { KeyPresence, KeyType, TokenInput } from '../../src/shared/token/messages.ts'
import { failureOf, makePair, newId, theToken, unlock } from '../support/token-steps.ts'
import type { StandDeadlines, TokenStand } from '../support/token-stand.ts'

vi.setConfig({ testTimeout: 60_000 })

const newPin = 'Kite-5927'
const wrongPin = '99999999'

type Change = TokenInput<'changePin'>
type Unblock = TokenInput<'unblockPin'>

/** Asks for a new PIN on the token that is there; whatever is told otherwise is sent so. */
export async function changePin(stand: TokenStand, otherwise: Partial<Change> = {}): Promise<unknown> {
  const { slot, serialNumber } = await theToken(stand)
  return stand.token.request('changePin', { slot, serialNumber, pin: stand.pin, newPin, ...otherwise })
}

export async function unblockPin(stand: TokenStand, otherwise: Partial<Unblock> = {}): Promise<unknown> {
  const { slot, serialNumber } = await theToken(stand)
  const { securityOfficerPin } = stand
  return stand.token.request('unblockPin', { slot, serialNumber, securityOfficerPin, newPin, ...otherwise })
}

interface PinAbilities {
  readonly keyType?: KeyType
  /** What a listing says of the key of a pair that was made. */
  readonly keyOfPair?: KeyPresence
}

/** What every token worker does about PINs, whatever is behind it. */
export function describePinContract(
  name: string,
  createStand: (deadlines?: StandDeadlines) => TokenStand | Promise<TokenStand>,
  { keyType = 'p-256', keyOfPair = 'present' }: PinAbilities = {},
): void {
  const stands: TokenStand[] = []
  const start = async (): Promise<TokenStand> => {
    const stand = await createStand()
    stands.push(stand)
    return stand
  }
  afterEach(() => {
    for (const stand of stands.splice(0)) stand.remove()
  })

  describe(`${name}: changing the PIN`, () => {
    it('takes the new one and no longer the old one, keeps what is there, and leaves nobody logged in', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const { id } = await makePair(stand, slot, keyType)
      await stand.token.request('lock', { slot })
      await changePin(stand)
      const sign = { slot, id, text: new Uint8Array(32) }
      expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
      expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.pinIncorrect' })
      await unlock(stand, newPin)
      await stand.token.request('sign', sign)
      expect((await theToken(stand)).certificates.map(({ id: listed, key }) => [listed, key])).toEqual([
        [id, keyOfPair],
      ])
    })

    it('changes nothing for a wrong old PIN, and says how the token stands after that one try', async () => {
      const stand = await start()
      const failure = await failureOf(changePin(stand, { pin: wrongPin }))
      expect(failure).toMatchObject({ code: 'token.pinIncorrect', details: { pinState: 'count-low' } })
      expect(JSON.stringify(failure)).not.toMatch(new RegExp(`${wrongPin}|${newPin}`))
      expect((await theToken(stand)).pin.state).toBe('count-low')
      await unlock(stand)
    })

    it('costs no try when either length is impossible', async () => {
      const stand = await start()
      const { minLength, maxLength } = (await theToken(stand)).pin
      const tooLong = 'a'.repeat(maxLength + 1)
      for (const pins of [{ pin: tooLong }, { newPin: tooLong }, { newPin: 'a'.repeat(minLength - 1) }]) {
        expect(await failureOf(changePin(stand, { pin: wrongPin, ...pins }))).toEqual({
          ...{ code: 'token.pinLength', details: { minLength, maxLength } },
        })
      }
      expect((await theToken(stand)).pin.state).toBe('ok')
    })

    it('does not take a login away, and does not go to another token', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      expect(await failureOf(changePin(stand))).toEqual({ code: 'token.busy' })
      const { id } = await makePair(stand, slot, keyType)
      await stand.token.request('lock', { slot })
      expect(await failureOf(changePin(stand, { serialNumber: 'another' }))).toEqual({ code: 'token.otherToken' })
      expect(await failureOf(changePin(stand, { slot: 'nowhere' }))).toEqual({ code: 'token.absent' })
      expect(id).not.toBe('')
      await unlock(stand)
    })
  })

  describe(`${name}: unblocking the PIN`, () => {
    it('sets a new one with the security officer’s, and leaves nobody logged in', async () => {
      const stand = await start()
      await failureOf(unlock(stand, wrongPin))
      const { slot } = await theToken(stand)
      await unblockPin(stand)
      expect((await theToken(stand)).pin.state).toBe('ok')
      const pair = { slot, id: newId(stand), label: '', keyType }
      expect(await failureOf(stand.token.request('generateKeyPair', pair))).toMatchObject({ code: 'token.notUnlocked' })
      expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.pinIncorrect' })
      await unlock(stand, newPin)
    })

    it('changes nothing for a wrong one, and says how that PIN stands now', async () => {
      const stand = await start()
      expect((await theToken(stand)).securityOfficerPin).toBe('ok')
      const failure = await failureOf(unblockPin(stand, { securityOfficerPin: wrongPin }))
      expect(failure).toMatchObject({
        ...{ code: 'token.securityOfficerPinIncorrect', details: { pinState: 'count-low' } },
      })
      expect(JSON.stringify(failure)).not.toMatch(new RegExp(`${wrongPin}|${newPin}`))
      const { securityOfficerPin, pin } = await theToken(stand)
      expect([securityOfficerPin, pin.state]).toEqual(['count-low', 'ok'])
      await unlock(stand)
    })

    it('tries nothing while somebody is logged in, on another token, or for a new PIN of an impossible length', async () => {
      const stand = await start()
      const slot = await unlock(stand)
      const wrong = { securityOfficerPin: wrongPin }
      expect(await failureOf(unblockPin(stand, wrong))).toEqual({ code: 'token.busy' })
      await stand.token.request('lock', { slot })
      expect(await failureOf(unblockPin(stand, { ...wrong, serialNumber: 'another' }))).toEqual({
        code: 'token.otherToken',
      })
      const { maxLength } = (await theToken(stand)).pin
      expect(await failureOf(unblockPin(stand, { ...wrong, newPin: 'a'.repeat(maxLength + 1) }))).toMatchObject({
        code: 'token.pinLength',
      })
      expect((await theToken(stand)).securityOfficerPin).toBe('ok')
    })
  })
}
