import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { callsOf, countCalls, createSkfStands, putPair } from '../../support/skf-steps.ts'
import { makePair, theToken, unlock } from '../../support/token-steps.ts'

const { end, startSteady } = createSkfStands()
afterEach(end)

describe('the calls', () => {
  it('of looking again are one, and all of a container that is new', async () => {
    const stand = startSteady()
    await putPair(stand, 'R1')
    await theToken(stand)
    await stand.token.request('poll', {})
    callsOf(stand)
    await stand.token.request('list', {})
    expect(countCalls(stand)).toEqual({ EnumContainer: 1 })
    await putPair(stand, 'R2')
    expect((await stand.token.request('list', {})).tokens[0]?.certificates).toHaveLength(2)
    expect(countCalls(stand)).toEqual({ EnumContainer: 1, OpenContainer: 1, ExportCertificate: 2, CloseContainer: 1 })
  })

  it('of a renewal are 12 from the PIN to the end of the login', async () => {
    const stand = startSteady()
    const old = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const text = randomBytes(100)
    callsOf(stand)
    const { id } = await makePair(stand, slot, 'sm2')
    for (const signing of [id, old.id, id]) await stand.token.request('sign', { slot, id: signing, text })
    await stand.token.request('readCertificate', { slot, id })
    await stand.token.request('lock', { slot })
    const { UnlockDev, ...counted } = countCalls(stand)
    expect(UnlockDev).toBe(1)
    expect(counted).toEqual({
      ...{ CreateContainer: 1, GenECCKeyPair: 1, ECCSignData: 3, OpenContainer: 1, ImportCertificate: 1 },
      ...{ ExportCertificate: 1, CloseContainer: 2, ClearSecureState: 1 },
    })
    // And SKF_VerifyPIN before them.
    expect(Object.values(counted).reduce((sum, count) => sum + count, 1)).toBe(12)
  })
})
