import type {
  EnrolledHolder,
  Enrolment,
  Maintenance,
  SealMove,
  SimulatorBooks,
} from '../../src/shared/demo/simulator-messages.ts'
import type { AccountSeed } from './accounts.ts'
import { demonstrationAccounts, seedAccounts } from './accounts.ts'
import { createAuthorities } from './authority/authorities.ts'
import { publicKeySha256 } from './authority/public-key.ts'
import type { KeyFamily } from './authority/signing/key-family.ts'
import { keyFamilies } from './authority/signing/key-family.ts'
import type { PlatformClock } from './clock.ts'
import { createPlatformClock } from './clock.ts'
import { enrol, enrolSm2 } from './enrolment.ts'
import type { Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import { createIdempotency } from './http/idempotency.ts'
import { createServer } from './http/server.ts'
import type { SmsInbox } from './inbox.ts'
import { createSmsInbox } from './inbox.ts'
import { setMaintenance } from './maintenance.ts'
import { captchaAnswer } from './operations/captcha-handlers.ts'
import type { Platform } from './platform.ts'
import { createQueue } from './queue.ts'
import type { OrderSummary, StaffReason } from './review.ts'
import { approveOrder, orderSummary, rejectOrder, revokeCertificate } from './review.ts'
import { moveSeal } from './seal-review.ts'
import { openDownloads } from './seeds/downloads.ts'
import { openStateFile } from './state/state-file.ts'
import type { PlatformState } from './state/state.ts'

export interface PlatformSimulatorOptions {
  /** Where everything is kept, written after each change; without it nothing survives. */
  readonly stateFile?: string
  readonly accounts?: readonly AccountSeed[]
  /** Which authorities to have; RSA keys take a moment to make. */
  readonly families?: readonly KeyFamily[]
  readonly clock?: PlatformClock
  readonly smsResendMs?: number
  readonly sessionMs?: number
  readonly review?: boolean
  readonly captchaAfter?: number
  readonly perMinute?: Platform['settings']['perMinute']
}

export interface PlatformSimulator {
  /** On this port of 127.0.0.1, or on a free one; the API is under `${origin}/api/v1`. */
  readonly listen: (port?: number) => Promise<{ readonly origin: string }>
  readonly close: () => Promise<void>
  readonly inbox: SmsInbox
  readonly faults: Faults
  readonly clock: PlatformClock
  readonly enrol: (enrolment: Enrolment) => Promise<Uint8Array>
  /** Whether a certificate of the platform is for this key (SubjectPublicKeyInfo). */
  readonly isEnrolled: (publicKey: Uint8Array) => boolean
  readonly enrolSm2: (holder: EnrolledHolder) => ReturnType<typeof enrolSm2>
  readonly approve: (orderId: string) => Promise<void>
  readonly reject: (orderId: string, reason: string) => Promise<void>
  readonly revoke: (certificateId: string, reason: StaffReason) => Promise<void>
  readonly moveSeal: (move: SealMove) => Promise<void>
  /** What a person reads in the picture. @throws when there is no such captcha, or it was used */
  readonly captchaAnswer: (captchaId: string) => string
  /** Nothing calls it off. */
  readonly setMaintenance: (maintenance: Maintenance | undefined) => Promise<void>
  readonly orders: () => readonly OrderSummary[]
  readonly books: () => SimulatorBooks
  /** DER, one for each family. */
  readonly rootCertificates: () => readonly Uint8Array[]
  /** DER: for each family the issuing authority's and the root's, as a CA puts them on its keys. */
  readonly authorityCertificates: () => readonly Uint8Array[]
}

/** The 证书在线服务平台 in one process, with a certificate authority of its own and an SMS inbox instead of phones. */
export async function createPlatformSimulator(options: PlatformSimulatorOptions = {}): Promise<PlatformSimulator> {
  const { state, save } = openStateFile(options.stateFile)
  const platform = await openPlatform(state, options)
  save()
  const queue = createQueue()
  const beginKeyed = createIdempotency(state, platform.clock.now)
  const server = createServer({ platform, beginKeyed, queue, save })
  const change = <T>(task: () => T | Promise<T>): Promise<T> =>
    queue(async () => {
      const result = await task()
      save()
      return result
    })

  return {
    listen: async (port = 0) => ({ origin: await server.listen({ host: '127.0.0.1', port }) }),
    close: () => server.close(),
    inbox: { list: platform.outbox.list, subscribe: platform.outbox.subscribe },
    faults: platform.faults,
    clock: platform.clock,
    enrol: (enrolment) => change(() => enrol(platform, enrolment)),
    isEnrolled: (publicKey) => state.keysSeen.includes(publicKeySha256(publicKey)),
    enrolSm2: (holder) => change(() => enrolSm2(platform, holder)),
    approve: (orderId) => change(() => approveOrder(platform, orderId)),
    reject: (orderId, reason) => change(() => rejectOrder(platform, orderId, reason)),
    revoke: (certificateId, reason) => change(() => revokeCertificate(platform, certificateId, reason)),
    moveSeal: (move) => change(() => moveSeal(state, move)),
    captchaAnswer: (captchaId) => captchaAnswer(state, captchaId),
    setMaintenance: (maintenance) => change(() => setMaintenance(platform, maintenance)),
    orders: () => state.orders.map((order) => orderSummary(state, order)),
    books: () => ({ orders: state.orders.length, sms: state.sms.length, ...state.counts }),
    rootCertificates: platform.authorities.rootCertificates,
    authorityCertificates: () =>
      platform.authorities.families.flatMap((family) => [...platform.authorities.of(family).chain]),
  }
}

async function openPlatform(state: PlatformState, options: PlatformSimulatorOptions): Promise<Platform> {
  const clock = options.clock ?? createPlatformClock()
  await seedAccounts(state, options.accounts ?? demonstrationAccounts)
  if (state.openedAt === 0) state.openedAt = clock.now()
  return {
    state,
    clock,
    authorities: await createAuthorities(state, options.families ?? keyFamilies, new Date(clock.now())),
    faults: createFaults(),
    outbox: createSmsInbox(state.sms),
    downloads: openDownloads(state.openedAt),
    settings: {
      smsResendMs: options.smsResendMs ?? 60_000,
      sessionMs: options.sessionMs ?? 30 * 60_000,
      review: options.review ?? false,
      captchaAfter: options.captchaAfter ?? 3,
      perMinute: options.perMinute ?? { captcha: 60, login: 600 },
    },
  }
}
