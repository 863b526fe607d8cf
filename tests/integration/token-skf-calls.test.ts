import { afterEach, describe, expect, it } from 'vitest'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { createCountingSkfStand } from '../support/skf-stand.ts'
import type { SkfStand } from '../support/skf-stand.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, theToken } from '../support/token-steps.ts'

// A real key takes 5 to 50 ms for each of these: they are what the user waits for.

const stands: SkfStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

function start() {
  const stand = createCountingSkfStand()
  stands.push(stand)
  return { stand, calls: countedCalls(stand.store.callsFile) }
}

describe.each([1, 10, 100])('listing %i containers with both certificates', (containers) => {
  it('takes 5 + 4N calls when the key was just seen, and 1 when nothing is new', async () => {
    const { stand, calls } = start()
    const { certificate } = await issueCertificate()
    for (let made = 0; made < containers; made += 1) {
      for (const role of ['signing', 'encryption'] as const) {
        stand.store.putPair({ container: `R${made}`, role, privateKey: null, certificate })
      }
    }
    await stand.token.request('poll', {})
    expect(calls.take()).toEqual(['SKF_EnumDev'])
    const { tokens } = await stand.token.request('list', {})
    expect(tokens.flatMap(({ certificates }) => certificates)).toHaveLength(2 * containers)
    expect(calls.take()).toHaveLength(5 + 4 * containers)
    await stand.token.request('list', {})
    expect(calls.take()).toEqual(['SKF_EnumContainer'])
  })
})

describe('a PIN', () => {
  it('is tried once when it is wrong, and not at all when its length is impossible', async () => {
    const { stand, calls } = start()
    const { slot, serialNumber } = await theToken(stand)
    calls.take()
    const wrong = { slot, serialNumber, pin: '99999999' }
    expect(await failureOf(stand.token.request('unlock', wrong))).toMatchObject({ code: 'token.pinIncorrect' })
    expect(calls.take().filter((call) => call.endsWith('PIN'))).toEqual(['SKF_VerifyPIN'])
    expect(await failureOf(stand.token.request('unlock', { ...wrong, pin: '1' }))).toMatchObject({
      code: 'token.pinLength',
    })
    expect(calls.take()).toEqual([])
  })
})
