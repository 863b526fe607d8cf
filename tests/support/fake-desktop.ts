/**
 * A whole bridge in memory, for renderer tests and previews: it answers like main, keeps one renewal moving through its
 * states, and can be told to fail. Dates are relative to now, so that the five demo certificates keep their statuses.
 */
import type { ErrorCode } from '../../src/shared/error-codes.ts'
import type { FailureDetails } from '../../src/shared/failure.ts'
import type { Bridge } from '../../src/shared/ipc/bridge.ts'
import { channels, events, type Channel, type EventName } from '../../src/shared/ipc/channels.ts'
import type { EventPayload, Input, Output } from '../../src/shared/ipc/contract.ts'
import type { Account, AppInfo, Card, Certificate, DemoMessage, Overview } from '../../src/shared/ipc/models.ts'
import { subSteps, type Renewal, type Settings, type SubStep, type Token } from '../../src/shared/ipc/models.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import type { DriverReport } from '../../src/shared/ipc/models-drivers.ts'
import { platformAnswers } from './fake-platform.ts'
import { pinAnswers } from './sample-pin.ts'
import { diagnosticsAnswers } from './sample-diagnostics.ts'
import { driverAnswers, sampleDriverReport } from './sample-drivers.ts'
import { environmentAnswers } from './sample-environment.ts'
import { sampleGate } from './sample-gate.ts'
import { reminderAnswers } from './sample-reminders.ts'
import { signingAnswers } from './sample-signing.ts'
import { knowledgeAnswers } from './sample-knowledge.ts'
import { sampleTrust, trustAnswers } from './sample-trust.ts'
import { sampleSettings, settingsAnswers } from './sample-settings.ts'
import { waitingAnswers } from './sample-waiting.ts'

/** Of one file's tests: what is made and what is expected a minute later are the same minute. */
const begunAt = Date.now()
export function inDays(days: number): string {
  return new Date(begunAt + days * 86_400_000).toISOString()
}

export const demoPin = '246810'
export const demoCode = '402817'

export function sampleToken(changes: Partial<Token> = {}): Token {
  return {
    serialNumber: '370100882231',
    cardNumber: '370100882231',
    label: '测试介质',
    model: 'mToken GM3000',
    pin: { state: 'ok', minLength: 4, maxLength: 16 },
    ...changes,
  }
}

/** What every certificate has; the id is made of the letter. */
function bareCertificate(letter: string): Certificate {
  return {
    id: letter.repeat(64),
    tokenSerialNumber: '370100882231',
    status: 'unreadable',
    usage: 'unknown',
    holder: '',
    holderKind: 'unknown',
    issuer: '',
    serialNumber: '',
    algorithm: '',
    signatureAlgorithm: '',
    key: 'present',
    label: 'old-cert',
    subject: [],
    issuerName: [],
    keyUsage: [],
    sha256: letter.repeat(64),
    publicKeySha256: letter.repeat(64),
    action: 'none',
    actionRefusal: { code: 'certificate.unreadable' },
    isHistorical: false,
  }
}

/** A valid signing certificate; 'a' has the id of 64 times a. */
export function sampleCertificate(letter: string, changes: Partial<Certificate> = {}): Certificate {
  return {
    ...bareCertificate(letter),
    actionRefusal: undefined,
    status: 'valid',
    usage: 'signing',
    holder: '济南示例科技有限公司',
    holderKind: 'organisation',
    issuer: '山东CA',
    serialNumber: '2C418A09',
    algorithm: 'RSA 2048',
    signatureAlgorithm: 'SHA-256 / RSA',
    notBefore: inDays(-100),
    notAfter: inDays(265.5),
    label: '签名证书',
    subject: [{ name: 'CN', value: '济南示例科技有限公司' }],
    issuerName: [{ name: 'CN', value: '山东CA' }],
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    action: 'renewal',
    trust: sampleTrust(),
    ...changes,
  }
}

/** Expiring pair, expired, valid with a name of 200 characters, SM2 that is not yet valid, and garbage. */
function sampleCertificates(): readonly (readonly Certificate[])[] {
  const creditCode = '91370100MA3XXXXX0K'
  const expiring = { status: 'expiring', notBefore: inDays(-338), notAfter: inDays(26.5), creditCode } as const
  const refused = (code: ErrorCode) => ({ action: 'none', actionRefusal: { code } }) as const
  return [
    [
      sampleCertificate('a', expiring),
      sampleCertificate('e', {
        ...expiring,
        usage: 'encryption',
        serialNumber: '2C418A0A',
        keyUsage: ['keyEncipherment'],
        ...refused('renewal.encryptionOnly'),
      }),
    ],
    [
      sampleCertificate('b', {
        holder: '李四',
        holderKind: 'personal',
        maskedPersonalId: '3701************12',
        serialNumber: '7F0311C5',
        status: 'expired',
        notBefore: inDays(-377.5),
        notAfter: inDays(-12.5),
        action: 'repair',
      }),
    ],
    [sampleCertificate('c', { holder: '名'.repeat(200), serialNumber: '5E9017D3'.repeat(5) })],
    [
      sampleCertificate('d', {
        holder: '青岛示例贸易有限公司',
        algorithm: 'SM2',
        status: 'not-yet-valid',
        notBefore: inDays(1.5),
        notAfter: inDays(366),
        ...refused('renewal.notYetValid'),
      }),
    ],
    [bareCertificate('f')],
  ]
}

export function sampleCard(certificates: readonly Certificate[]): Card {
  const [first] = certificates
  return {
    id: first?.id.slice(0, 16) ?? '',
    tokenSerialNumber: first?.tokenSerialNumber ?? '',
    certificates: [...certificates],
  }
}

export function sampleOverview(changes: Partial<Overview> = {}): Overview {
  return {
    complete: true,
    readAt: inDays(0),
    modules: [{ path: '/usr/lib/gm3000_pkcs11.so', name: 'gm3000_pkcs11.so', state: 'ready' }],
    tokens: [sampleToken()],
    cards: sampleCertificates().map(sampleCard),
    ...changes,
  }
}

/** Of a renewal without an encryption certificate. */
const subStepNames = subSteps.filter((name) => name !== 'unwrap-key' && name !== 'write-encryption')

/** The first `done` sub-steps done, the next one as told, the others waiting; of a pair where told so. */
export function sampleSubSteps(done: number, next: SubStep['state'] = 'waiting', isDual = false): SubStep[] {
  return (isDual ? subSteps : subStepNames).map((name, index) => {
    if (index < done) return { name, state: 'done', durationMs: 400 + index * 130 }
    return { name, state: index === done ? next : 'waiting' }
  })
}

export function sampleRenewal(changes: Partial<Renewal> = {}): Renewal {
  return {
    id: '0b6c3f0e-6f7b-4e57-9d67-3f0f0a5f3c11',
    kind: 'renewal',
    state: 'order',
    holder: '济南示例科技有限公司',
    cardNumber: '370100882231',
    tokenSerialNumber: '370100882231',
    orderId: 'R20261123-0142',
    startedAt: new Date(Date.now() - 72_000).toISOString(),
    subSteps: sampleSubSteps(0),
    busy: false,
    needsPin: true,
    old: { notBefore: inDays(-338), notAfter: inDays(26.5), serialNumber: '2C418A09' },
    encryption: 'none',
    oldPairRemoved: false,
    ...changes,
  }
}

export const sampleSms = (): NonNullable<Renewal['sms']> => ({
  maskedPhone: '138****5678',
  codeLength: 6,
  expiresAt: new Date(Date.now() + 300_000).toISOString(),
  resendAt: new Date(Date.now() + 60_000).toISOString(),
  attemptsLeft: 5,
})

export function newDates(): NonNullable<Renewal['new']> {
  return { notBefore: inDays(0), notAfter: inDays(391.5), serialNumber: '5E9017D3' }
}

export interface FakeDesktop {
  readonly bridge: Bridge
  /** Every call so far, in order. */
  readonly calls: readonly { readonly channel: Channel; readonly input: unknown }[]
  /** Replaces the answer of a channel from now on. */
  readonly answer: <C extends Channel>(channel: C, answer: (input: Input<C>) => Result<Output<C>>) => void
  /** The next call of a channel fails; the one after is answered as before. */
  readonly failOnce: (channel: Channel, code: ErrorCode, details?: FailureDetails) => void
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
}

interface FakeState {
  readonly app?: Partial<AppInfo>
  readonly overview?: Overview
  readonly account?: Account
  readonly renewals?: readonly Renewal[]
  readonly settings?: Partial<Settings>
  readonly drivers?: DriverReport
  readonly messages?: readonly DemoMessage[]
}

export type Answers = { [C in Channel]: (input: Input<C>) => Result<Output<C>> }
type Listeners = { [E in EventName]: Set<(payload: EventPayload<E>) => void> }

export function createFakeDesktop(state: FakeState = {}): FakeDesktop {
  const calls: { channel: Channel; input: unknown }[] = []
  const answers = createAnswers(state)
  const failures = new Map<Channel, Result<never>>()
  // One set for each event: what is stored under it listens to it.
  const listeners = Object.fromEntries(events.map((event) => [event, new Set()])) as unknown as Listeners
  const invoke = (channel: Channel) => (input: unknown) => {
    calls.push({ channel, input })
    const failure = failures.get(channel)
    failures.delete(channel)
    // One function serves every channel: the answer belongs to the channel it is stored under.
    const answer = answers[channel] as (input: unknown) => Result<unknown>
    return Promise.resolve(failure ?? answer(input))
  }
  const subscribe = (event: EventName) => (listener: (payload: never) => void) => {
    const set = listeners[event] as Set<typeof listener>
    set.add(listener)
    return () => void set.delete(listener)
  }
  return {
    calls,
    bridge: {
      invoke: Object.fromEntries(channels.map((channel) => [channel, invoke(channel)])) as unknown as Bridge['invoke'],
      on: Object.fromEntries(events.map((event) => [event, subscribe(event)])) as unknown as Bridge['on'],
    },
    answer: (channel, answer) => Object.assign(answers, { [channel]: answer }),
    failOnce: (channel, code, details) => failures.set(channel, { ok: false, failure: { code, details } }),
    emit: (event, payload) => listeners[event].forEach((listener) => listener(payload)),
  }
}

function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

function createAnswers(state: FakeState): Answers {
  const overview = state.overview ?? sampleOverview()
  const account: Account = state.account ?? { platformAddress: 'https://ca.example.com', displayName: '张三' }
  const dates = { new: newDates(), provedAt: inDays(0), finishedAt: inDays(0), oldPairRemoved: true, needsPin: false }
  const completed = sampleRenewal({ ...dates, state: 'completed', subSteps: sampleSubSteps(10) })
  return {
    'app:info': () => ok({ version: '0.1.0', mode: 'real', ...state.app }),
    'app:quit': () => ok({ isQuitting: true }),
    'certificates:overview': () => ok(overview),
    'certificates:refresh': () => ok(overview),
    'certificates:export': ({ format }) => ok({ saved: true, fileName: `证书.${format === 'der' ? 'cer' : format}` }),
    'account:current': () => ok(account),
    'account:login': () => ok(account),
    'account:logout': () => ok({ ...(account.platformAddress && { platformAddress: account.platformAddress }) }),
    ...platformAnswers,
    ...{ ...pinAnswers, ...signingAnswers, ...environmentAnswers },
    'renewal:list': () => ok([...(state.renewals ?? [])]),
    'renewal:damaged': () => ok([]),
    'renewal:gate': () => ok(sampleGate()),
    'renewal:save-receipt': () => ok({ saved: true, fileName: '延期回执.pdf' }),
    'renewal:start': () => ok(sampleRenewal()),
    'renewal:request-sms': () => ok(sampleRenewal({ sms: sampleSms() })),
    'renewal:verify-sms': ({ code }) =>
      code === demoCode
        ? ok(sampleRenewal({ state: 'verified', sms: sampleSms() }))
        : { ok: false, failure: { code: 'sms.wrongCode', details: { attemptsLeft: 4 } } },
    'renewal:initialise': ({ pin }) =>
      pin === demoPin
        ? ok(sampleRenewal({ state: 'key-made', needsPin: false, subSteps: sampleSubSteps(2) }))
        : { ok: false, failure: { code: 'token.pinIncorrect' } },
    'renewal:execute': () => ok(completed),
    'renewal:abandon': () => ok(sampleRenewal({ state: 'abandoned', needsPin: false, finishedAt: inDays(0) })),
    ...settingsAnswers(sampleSettings(state.settings)),
    ...driverAnswers(state.drivers ?? sampleDriverReport()),
    ...{ ...waitingAnswers, ...trustAnswers(), ...knowledgeAnswers(), ...diagnosticsAnswers(), ...reminderAnswers() },
    'demo:messages': () => ok([...(state.messages ?? [])]),
  }
}
