import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { AppError } from '../../app-error.ts'
import type { TokenLook } from '../ports.ts'
import type { RenewalRecord } from '../renewal-record.ts'
import type { RenewalPorts, RenewalWork } from '../renewal-work.ts'
import { recordOf } from '../testing/fake-work.ts'
import { checkGate, requireGate } from './gate.ts'

const goodLook: TokenLook = { serialNumber: 'S1', pin: 'ok', key: 'present', freeBytes: 9000, hasEncryption: false }

interface Situation {
  readonly look?: Partial<TokenLook> | ErrorCode
  readonly platform?: ErrorCode
  readonly skewMs?: number | undefined
  readonly records?: readonly RenewalRecord[]
  /** What is found of other programs; a failure is thrown. */
  readonly conflicts?: readonly Finding[] | ErrorCode | 'hangs'
}

function portsIn(situation: Situation): RenewalPorts {
  const { look, platform, conflicts = [{ state: 'ok' }] } = situation
  const skewMs = 'skewMs' in situation ? situation.skewMs : 0
  const ports = {
    token: {
      look: () =>
        typeof look === 'string'
          ? Promise.reject(new AppError(look))
          : Promise.resolve({ ...goodLook, ...look, ...(look !== undefined && 'freeBytes' in look ? look : {}) }),
    },
    platform: { reach: () => (platform === undefined ? Promise.resolve() : Promise.reject(new AppError(platform))) },
    clock: { now: () => new Date(), skewMs: () => skewMs },
    environment: {
      conflicts: () => {
        if (conflicts === 'hangs') return new Promise(() => undefined)
        return typeof conflicts === 'string' ? Promise.reject(new AppError(conflicts)) : Promise.resolve(conflicts)
      },
    },
  }
  // Only what the gate asks.
  return ports as unknown as RenewalPorts
}

const gateIn = (situation: Situation) =>
  checkGate(portsIn(situation), { publicKeySha256: 'old', records: situation.records ?? [] })

const odd = (checks: readonly GateCheck[]) =>
  checks
    .filter(({ state }) => state !== 'ok')
    .map(({ name, state, failure }) => [name, state, failure?.code].filter((part) => part !== undefined).join(' '))

const other = { freeBytes: undefined } as unknown as Partial<TokenLook>
const finished = (entries: Partial<RenewalRecord['entries']>, state: RenewalRecord['state']) => [
  recordOf(entries, state),
]
const ranOut = { state: 'abandoned', at: '', lastFailure: { code: 'token.noRoom' } } as const

afterEach(() => void vi.useRealTimers())

const holding: Finding = { state: 'blocked', subject: 'KeyX', failure: { code: 'token.busy' }, fix: 'end-program' }
const running: Finding = { state: 'attention', subject: '证书助手', failure: { code: 'token.busy' } }

describe('the gate', () => {
  it('is open when everything is in order, and looks at everything', async () => {
    const { checks, isOpen, asksForOpenBids } = await gateIn({})
    expect([odd(checks), isOpen, asksForOpenBids]).toEqual([[], true, false])
    expect(checks.map(({ name }) => name)).toEqual([
      ...['driver', 'token', 'key', 'pin', 'room', 'conflicts', 'platform', 'clock', 'order'],
    ])
  })

  it.each<[string, Situation, readonly string[], boolean]>([
    [
      'no token',
      { look: 'token.absent' },
      ['token blocked token.absent', 'key unknown', 'pin unknown', 'room unknown'],
      false,
    ],
    [
      'another token',
      { look: 'token.otherToken' },
      ['token blocked token.otherToken', 'key unknown', 'pin unknown', 'room unknown'],
      false,
    ],
    [
      'a broken driver',
      { look: 'token.moduleBroken' },
      ['driver blocked token.moduleBroken', 'token unknown', 'key unknown', 'pin unknown', 'room unknown'],
      false,
    ],
    ['no private key', { look: { key: 'missing' } }, ['key blocked renewal.noPrivateKey'], false],
    ['a key that does not show', { look: { key: 'unknown' } }, ['key unknown'], true],
    ['a PIN that was mistyped', { look: { pin: 'count-low' } }, ['pin attention token.pinCountLow'], true],
    ['a last try', { look: { pin: 'final-try' } }, ['pin attention token.pinFinalTry'], true],
    ['a locked PIN', { look: { pin: 'locked' } }, ['pin blocked token.pinLocked'], false],
    ['little room', { look: { freeBytes: 4095 } }, ['room blocked token.noRoom'], false],
    [
      'room for one pair, but two will come',
      { look: { freeBytes: 4096, hasEncryption: true } },
      ['room blocked token.noRoom'],
      false,
    ],
    ['a token that does not tell its room', { look: other }, ['room unknown token.roomUnknown'], true],
    [
      'no platform',
      { platform: 'platform.unreachable' },
      ['platform blocked platform.unreachable', 'clock unknown'],
      false,
    ],
    [
      'maintenance',
      { platform: 'platform.maintenance' },
      ['platform blocked platform.maintenance', 'clock unknown'],
      false,
    ],
    ['a clock that is wrong', { skewMs: -120_001 }, ['clock blocked renewal.clockSkew'], false],
    ['a clock that is nearly right', { skewMs: 120_000 }, ['clock attention environment.clockOff'], true],
    ['a clock that is right', { skewMs: -10_000 }, [], true],
    ['a clock that was not measured', { skewMs: undefined }, ['clock unknown'], true],
    ['a renewal under way', { records: finished({}, 'verified') }, ['order blocked renewal.otherActive'], false],
    ['a renewal that has ended', { records: finished({}, 'completed') }, [], true],
    ['room that was enough last time', { look: other, records: finished({}, 'completed') }, [], true],
    [
      'room that was not enough last time',
      { look: other, records: finished({ abandoned: ranOut }, 'abandoned') },
      ['room attention token.noRoom'],
      true,
    ],
    ['a program that has the key', { conflicts: [holding] }, ['conflicts blocked token.busy'], false],
    [
      'two programs, and another that is not there',
      { conflicts: [{ state: 'ok' }, holding, running] },
      ['conflicts blocked token.busy', 'conflicts attention token.busy'],
      false,
    ],
    ['a program that runs', { conflicts: [running, { state: 'ok' }] }, ['conflicts attention token.busy'], true],
    [
      'programs that cannot be looked for',
      { conflicts: 'environment.conflictsUnreadable' },
      ['conflicts unknown environment.conflictsUnreadable'],
      true,
    ],
    ['an answer about programs that is none', { conflicts: [] }, ['conflicts unknown environment.checkFailed'], true],
  ])('says what it found: %s', async (_what, situation, expected, isOpen) => {
    const gate = await gateIn(situation)
    expect(odd(gate.checks)).toEqual(expected)
    expect(gate.isOpen).toBe(isOpen)
  })

  it('names the programs that are in the way, and what can be done about them', async () => {
    const { checks } = await gateIn({ conflicts: [{ state: 'ok' }, holding] })
    expect(checks.filter(({ name }) => name === 'conflicts')).toEqual([{ name: 'conflicts', ...holding }])
  })

  it('does not wait for the search for programs for ever', async () => {
    vi.useFakeTimers()
    const gate = gateIn({ conflicts: 'hangs' })
    await vi.advanceTimersByTimeAsync(3000)
    const { checks, isOpen } = await gate
    expect([odd(checks), isOpen]).toEqual([['conflicts unknown environment.checkTimedOut'], true])
  })

  it('leads to the renewal that is under way', async () => {
    const { checks } = await gateIn({ records: finished({}, 'verified') })
    expect(checks.at(-1)?.renewalId).toBe('11111111-1111-4111-8111-111111111111')
  })
})

describe('the gate before the first write', () => {
  const order = { state: 'order', at: '', orderId: 'o', expiresAt: '', popRequired: false, popNonce: '' } as const
  const workIn = (situation: Situation) => {
    const work = { ports: portsIn(situation), record: () => recordOf({ order }, 'verified') }
    return work as unknown as RenewalWork
  }

  it('lets through what is in order, also a renewal that is under way: it is this one', async () => {
    await expect(requireGate(workIn({}), finished({}, 'verified'))).resolves.toBeUndefined()
  })

  it('lets through what the user has been asked about, and what cannot be told', async () => {
    await expect(requireGate(workIn({ conflicts: [running] }), [])).resolves.toBeUndefined()
    await expect(requireGate(workIn({ conflicts: 'internal' }), [])).resolves.toBeUndefined()
  })

  it.each<[Situation, ErrorCode]>([
    [{ look: 'token.absent' }, 'token.absent'],
    [{ look: { pin: 'locked' } }, 'token.pinLocked'],
    [{ look: { freeBytes: 10 } }, 'token.noRoom'],
    [{ platform: 'platform.timeout' }, 'platform.timeout'],
    [{ conflicts: [{ state: 'ok' }, holding] }, 'token.busy'],
    [{ conflicts: [{ state: 'blocked' }] }, 'environment.checkFailed'],
    [{ skewMs: 600_000 }, 'renewal.clockSkew'],
  ])('refuses %j', async (situation, code) => {
    await expect(requireGate(workIn(situation), [])).rejects.toThrow(code)
  })
})
