import { describe, expect, it } from 'vitest'
import type { BusReport } from '../../../shared/ipc/models-bus.ts'
import { answering, encryption, garbage, look, rows, run, signing, silent, token } from '../testing/looks.ts'
import { checkCertificate } from './check-certificate.ts'
import { checkKeyRoom } from './check-key-room.ts'
import { checkPinTries } from './check-pin-tries.ts'
import { checkSeveralKeys } from './check-several-keys.ts'
import { checkSigningKey } from './check-signing-key.ts'
import { checkUsbKey } from './check-usb-key.ts'
import type { DeviceLook } from './device-look.ts'

const crashed = { code: 'token.crashed' } as const
const failed = answering([], { state: 'failed', failure: crashed })
const withTokens = (...tokens: readonly ReturnType<typeof token>[]): DeviceLook =>
  look({ modules: [answering(tokens)] })
const second = token([signing], { serialNumber: 'B2' })
const seenOn = (cause: BusReport['cause'], modules = [answering([])]) =>
  look({ modules, bus: { cause, hasPage: true } })

describe('usb-key', () => {
  it('shows each key by its model and number', async () => {
    expect(await run(checkUsbKey, look())).toMatchObject([
      { state: 'ok', facts: { model: 'GM3000', cardNumber: 'A1' } },
    ])
    expect(await rows(checkUsbKey, withTokens(token(), second))).toEqual(['ok A1', 'ok B2'])
  })

  it('calls a key without a model by its maker, and never by its label: that may be a person’s name', async () => {
    const [finding] = await run(checkUsbKey, withTokens(token([], { model: '', manufacturer: '飞天诚信' })))
    expect(finding?.facts).toEqual({ model: '飞天诚信', cardNumber: 'A1' })
    expect(finding?.details?.map(({ label }) => label)).toEqual(['manufacturer', 'cardNumber'])
    const [unnamed] = await run(checkUsbKey, withTokens(token([], { model: '', manufacturer: '' })))
    expect(unnamed?.facts).toEqual({ form: 'unnamed', cardNumber: 'A1' })
  })

  it.each<[string, DeviceLook, string]>([
    ['nothing on the bus', seenOn('nothing'), 'blocked token.absent'],
    ['no driver for it', seenOn('driver-missing', []), 'blocked environment.driverMissing'],
    ['a driver of 32 bits', seenOn('driver-32-bit', [failed]), 'blocked token.moduleWrongArchitecture'],
    ['another program has it', seenOn('in-use'), 'blocked environment.keyInUse'],
    ['a card nobody knows', seenOn('unknown-key'), 'blocked environment.keyUnknown'],
    ['a broken driver', seenOn('driver-broken', [failed]), 'blocked token.crashed'],
    ['a broken driver that says nothing', seenOn('driver-broken'), 'blocked environment.driverFailed'],
    ['several causes', seenOn('cannot-tell'), 'unknown environment.keyUnread'],
    ['no bus, and drivers that see none', look({ modules: [answering([])] }), 'blocked token.absent'],
    ['no bus, and no driver', look({ modules: [] }), 'unknown'],
    ['no bus, and a driver that failed', look({ modules: [failed] }), 'unknown'],
    ['no bus, and a driver that is silent', look({ modules: [silent()] }), 'unknown environment.checkTimedOut'],
  ])('says why there is none: %s', async (_what, seen, expected) => {
    expect(await rows(checkUsbKey, seen)).toEqual([expected])
  })

  it('names who has the key, and which key it is', async () => {
    const bus: BusReport = {
      ...{ cause: 'in-use', hasPage: false, vendor: '飞天诚信', processes: [{ pid: 7, name: 'CAAssistant' }] },
    }
    expect((await run(checkUsbKey, look({ modules: [answering([])], bus })))[0]?.details).toEqual([
      { label: 'manufacturer', value: '飞天诚信' },
      { label: 'process', value: 'CAAssistant (7)' },
    ])
  })
})

describe('several-keys', () => {
  it.each<[string, DeviceLook, string]>([
    ['one', look(), 'ok'],
    ['two', withTokens(token(), second), 'attention environment.severalKeys'],
    ['none', withTokens(), 'not-applicable'],
    [
      'one, and a driver that is silent',
      look({ modules: [answering(), silent()] }),
      'unknown environment.checkTimedOut',
    ],
  ])('counts keys: %s', async (_what, seen, expected) => {
    expect(await rows(checkSeveralKeys, seen)).toEqual([expected])
  })
})

describe('certificate', () => {
  it.each<[string, DeviceLook, readonly string[]]>([
    ['a pair', withTokens(token([signing, encryption])), ['ok']],
    ['only for encryption', withTokens(token([encryption])), ['blocked renewal.encryptionOnly']],
    ['none', withTokens(token([])), ['blocked environment.noCertificate']],
    ['only what is no certificate', withTokens(token([garbage])), ['blocked certificate.unreadable']],
    [
      'an empty key beside one that is not',
      withTokens(token([]), second),
      ['attention environment.noCertificate A1', 'ok B2'],
    ],
    [
      'two empty keys',
      withTokens(token([]), token([], { serialNumber: 'B2' })),
      ['blocked environment.noCertificate A1', 'blocked environment.noCertificate B2'],
    ],
    ['no key', withTokens(), ['not-applicable']],
    ['a silent driver', look({ modules: [silent()] }), ['unknown environment.checkTimedOut']],
  ])('is looked for on each key: %s', async (_what, seen, expected) => {
    expect(await rows(checkCertificate, seen)).toEqual(expected)
  })

  it('tells numbers and no names', async () => {
    const [finding] = await run(checkCertificate, withTokens(token([signing, encryption, garbage])))
    expect(finding).toEqual({ state: 'ok', facts: { signing: 1, encryption: 1 } })
  })
})

describe('signing-key', () => {
  const missing = { ...signing, key: 'missing' } as const
  const hidden = { ...signing, key: 'unknown' } as const
  it.each<[string, DeviceLook, string]>([
    ['there', look(), 'ok'],
    ['missing', withTokens(token([missing])), 'blocked renewal.noPrivateKey'],
    ['missing for one of two', withTokens(token([signing, missing])), 'attention renewal.noPrivateKey'],
    ['not shown without a PIN', withTokens(token([hidden])), 'unknown environment.keyPresenceUnknown'],
    ['missing for one, not shown for another', withTokens(token([missing, hidden])), 'attention renewal.noPrivateKey'],
    ['of no signing certificate', withTokens(token([{ ...encryption, key: 'missing' }])), 'not-applicable'],
    ['of no key', withTokens(), 'not-applicable'],
  ])('is looked for: %s', async (_what, seen, expected) => {
    expect(await rows(checkSigningKey, seen)).toEqual([expected])
  })
})

describe('room', () => {
  it.each<[string, DeviceLook, string]>([
    ['for a pair', withTokens(token([signing], { freeBytes: 4096 })), 'ok'],
    [
      'for one pair where two will come',
      withTokens(token([signing, encryption], { freeBytes: 8191 })),
      'blocked token.noRoom',
    ],
    ['for two pairs', withTokens(token([signing, encryption], { freeBytes: 8192 })), 'ok'],
    ['that the key does not tell', look(), 'unknown token.roomUnknown'],
    ['without a key', withTokens(), 'not-applicable'],
  ])('is looked at: %s', async (_what, seen, expected) => {
    expect(await rows(checkKeyRoom, seen)).toEqual([expected])
  })

  it('is told in pairs', async () => {
    const seen = withTokens(token([signing], { freeBytes: 3 * 4096 - 1 }))
    expect(await run(checkKeyRoom, seen)).toEqual([{ state: 'ok', facts: { pairs: 2 } }])
  })
})

describe('pin-tries', () => {
  it('tells the number where the key tells it', async () => {
    const pin = { ...token().pin, triesLeft: 3 }
    const of = async (state: typeof pin.state) =>
      (await run(checkPinTries, withTokens(token([], { pin: { ...pin, state } }))))[0]
    expect((await of('ok'))?.facts).toEqual({ form: 'counted', count: 3 })
    expect((await of('count-low'))?.failure).toEqual({ code: 'token.pinCountLow', details: { triesLeft: 3 } })
  })

  const pin = token().pin
  it.each<[string, Partial<typeof pin>, string]>([
    ['nothing is wrong', {}, 'ok'],
    ['it was mistyped', { state: 'count-low' }, 'attention token.pinCountLow'],
    ['one try is left', { state: 'final-try' }, 'attention token.pinFinalTry'],
    ['it is locked', { state: 'locked' }, 'blocked token.pinLocked'],
    ['the driver knows of no PIN', { initialised: false }, 'unknown environment.pinStateUnknown'],
    ['it knows of no PIN, and says locked', { initialised: false, state: 'locked' }, 'blocked token.pinLocked'],
  ])('tells how the PIN stands: %s', async (_what, changes, expected) => {
    expect(await rows(checkPinTries, withTokens(token([], { pin: { ...pin, ...changes } })))).toEqual([expected])
  })
})
