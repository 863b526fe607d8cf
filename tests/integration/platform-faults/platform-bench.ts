/** The real simulator behind a relay, and for each case an account, a certificate and a client of its own. */
import { createHash, randomUUID, X509Certificate } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import {
  createPlatformSimulator,
  type PlatformSimulator,
  type PlatformSimulatorOptions,
} from '../../../simulator/platform/platform-simulator.ts'
import { newTestKey, type TestKey } from '../../../simulator/platform/testing/holder.ts'
import { createPlatform, type PlatformConnection, type PlatformOptions } from '../../../src/main/platform/platform.ts'
import type { SimulatorFault } from '../../../src/shared/demo/simulator-messages.ts'
import { startRelay, type Relay } from './relay.ts'

export interface SeenRequest {
  readonly line: string
  readonly key: string | undefined
  readonly authorization: string | undefined
}

interface EnrolledCertificate {
  readonly key: TestKey
  readonly certificate: Uint8Array
  readonly publicKeySha256: string
  readonly serialNumber: string
}

/** One case. */
export interface Desk {
  readonly simulator: PlatformSimulator
  readonly relay: Relay
  readonly account: string
  readonly old: EnrolledCertificate
  /** The idempotency key of the call under test. */
  readonly key: string
  /** Goes through the relay, and is logged in. Its pauses take no time. */
  readonly client: PlatformConnection
  /** Of the same account, goes straight to the simulator. */
  readonly observer: PlatformConnection
  /** Milliseconds of each pause of the client. */
  readonly pauses: number[]
  /** What has come to the simulator through the relay, or straight. */
  readonly seen: SeenRequest[]
  /** Runs while the client pauses. */
  onPause: () => void | Promise<void>
}

export interface Bench {
  /** Of the simulator itself. */
  readonly origin: string
  /** One more certificate of an account. */
  enrol(account: string): Promise<EnrolledCertificate>
  newDesk(options?: { readonly login?: boolean }): Promise<Desk>
  close(): Promise<void>
}

const dayMs = 86_400_000
export const password = 'demo-password'
const userAgent = 'cert-user-tool/test'

export async function openBench(
  network: Pick<PlatformOptions, 'policy' | 'system'>,
  cases = 1,
  options: Pick<PlatformSimulatorOptions, 'review' | 'smsResendMs'> = {},
): Promise<Bench> {
  const accounts = Array.from({ length: cases }, (_, index) => ({
    account: `case-${index}`,
    password,
    displayName: '示例科技有限公司',
    phone: '13800001234',
  }))
  const simulator = await createPlatformSimulator({ accounts, families: ['p-256'], smsResendMs: 0, ...options })
  const { origin } = await simulator.listen()
  const relay = await startRelay(origin)
  let made = 0
  let newest: { readonly timeIsUp: () => void } | undefined
  simulator.faults.subscribe((fault) => endDeadline(fault, relay, () => newest?.timeIsUp()))
  return {
    origin,
    enrol: (account) => enrolled(simulator, account),
    newDesk: async ({ login = true } = {}) => {
      const account = `case-${made}`
      made += 1
      const old = await enrolled(simulator, account)
      const { desk, timeIsUp } = createDesk({ simulator, relay, account, origin, network, old })
      newest = { timeIsUp }
      await desk.observer.session.login(account, password)
      if (login) await desk.client.session.login(account, password)
      return desk
    },
    close: async () => {
      await relay.shut()
      await simulator.close()
    },
  }
}

interface DeskParts extends Pick<Desk, 'simulator' | 'relay' | 'account' | 'old'> {
  readonly origin: string
  readonly network: Pick<PlatformOptions, 'policy' | 'system'>
}

function createDesk({ origin, network, ...parts }: DeskParts) {
  let current = new AbortController()
  const desk: Desk = {
    ...parts,
    key: randomUUID(),
    pauses: [],
    seen: [],
    onPause: () => undefined,
    client: createPlatform({
      ...network,
      baseUrl: () => parts.relay.address,
      userAgent,
      random: () => 1,
      sleep: async (ms) => {
        desk.pauses.push(ms)
        await desk.onPause()
      },
      deadline: () => {
        current = new AbortController()
        return current.signal
      },
    }),
    observer: createPlatform({ baseUrl: () => origin, userAgent }),
  }
  return { desk, timeIsUp: () => current.abort() }
}

/** The time is over as soon as waiting has become pointless; of a trickling body, when some of it has come. */
function endDeadline({ kind }: SimulatorFault, relay: Relay, timeIsUp: () => void): void {
  if (kind === 'hang' || kind === 'hang-after-commit' || kind === 'slow-commit') setImmediate(timeIsUp)
  if (kind !== 'slow-body') return
  let pieces = 0
  relay.onPiece = () => {
    pieces += 1
    if (pieces === 4) timeIsUp()
  }
}

async function enrolled(simulator: PlatformSimulator, account: string): Promise<EnrolledCertificate> {
  const key = newTestKey()
  const now = simulator.clock.now()
  const certificate = await simulator.enrol({
    account,
    subject: { organisation: '示例科技有限公司', commonName: '示例科技有限公司' },
    holderKind: 'organisation',
    usage: 'signing',
    notBefore: now - 366 * dayMs,
    notAfter: now + 27 * dayMs,
    publicKey: key.publicKey,
  })
  const { serialNumber } = new X509Certificate(certificate)
  return { key, certificate, serialNumber, publicKeySha256: createHash('sha256').update(key.publicKey).digest('hex') }
}

/** Runs, and tells what came to any HTTP server of this process meanwhile; the simulator is one. */
export async function watching<T>(seen: SeenRequest[], run: () => Promise<T>): Promise<T> {
  const note = (message: unknown): void => {
    const { method = '', url = '', headers } = (message as { readonly request: IncomingMessage }).request
    const key = headers['idempotency-key']
    seen.push({ line: `${method} ${url}`, key: key?.toString(), authorization: headers.authorization })
  }
  subscribe('http.server.request.start', note)
  try {
    return await run()
  } finally {
    unsubscribe('http.server.request.start', note)
  }
}
