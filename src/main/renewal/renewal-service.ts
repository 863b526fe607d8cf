import { randomUUID } from 'node:crypto'
import type { Gate } from '../../shared/ipc/models-gate.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import type { RenewalKind } from '../../shared/renewal-steps.ts'
import { AppError, hasCode, toFailure } from '../app-error.ts'
import { readCertificate } from '../x509/certificate.ts'
import { abandon } from './abandon.ts'
import { execute, initialise } from './advance.ts'
import { checkGate, requireGate } from './gate/gate.ts'
import type { EntryOf } from './journal-entry.ts'
import type { DamagedJournal } from './journal-folder.ts'
import { followedBy } from './followed.ts'
import type { TokenPair } from './ports.ts'
import { isActive, isUncertain, toBase64, type RenewalRecord } from './renewal-record.ts'
import { createRenewalRegister, type RenewalRegister } from './renewal-register.ts'
import type { RenewalPorts, RenewalWork } from './renewal-work.ts'
import { placeOrder } from './steps/place-order.ts'
import { requestSms, verifySms } from './steps/verify-phone.ts'
import { createUnlockedTokens, type UnlockedTokens } from './unlocked-tokens.ts'

/** The certificate that the user chose, as it is on the token now. */
export interface ChosenCertificate {
  readonly kind: RenewalKind
  readonly holder: string
  readonly cardNumber: string
  readonly tokenSerialNumber: string
  readonly publicKeySha256: string
  /** DER. */
  readonly certificate: Uint8Array
}

/** All renewals of this program, those under way and those that ended. Each answer is the renewal as it stands then. */
export interface RenewalService {
  list(): readonly Renewal[]
  /** Code renewal.notFound. */
  record(renewalId: string): RenewalRecord
  /** Which old keys new ones have followed, of renewals that had to leave the old pair on the token. */
  followed(): ReturnType<typeof followedBy>
  /** Journals of which nothing could be read. */
  damaged(): readonly DamagedJournal[]
  /** Whether a renewal of this certificate may begin, and why not. */
  gate(chosen: ChosenCertificate): Promise<Gate>
  /** Begins a renewal, or goes on with the one that is under way for this key. */
  start(chosen: ChosenCertificate, answers?: Answers): Promise<Renewal>
  requestSms(renewalId: string): Promise<Renewal>
  verifySms(renewalId: string, code: string): Promise<Renewal>
  /** The PIN is used for one login and not kept. */
  initialise(renewalId: string, pin: string): Promise<Renewal>
  /** Goes as far as it can: an answer that needs the PIN has stopped before the token. */
  execute(renewalId: string, pin?: string): Promise<Renewal>
  abandon(renewalId: string, pin?: string): Promise<Renewal>
  /** The renewal whose token is being worked with right now, if any. */
  writing(): string | undefined
  /** Logs every token out; for the end of the program. */
  close(): Promise<void>
}

export async function createRenewalService(
  ports: RenewalPorts,
  changed: (renewal: Renewal) => void,
  idleLockMs?: number,
): Promise<RenewalService> {
  const unlocked = createUnlockedTokens(ports.token, (renewalId) => changed(register.view(renewalId)), idleLockMs)
  const register = createRenewalRegister({ ports, unlocked, changed })
  const { records, damaged } = await ports.journal.readAll()
  for (const record of records) register.add(record)
  return {
    list: () => register.records().map((record) => register.view(record.started.renewalId)),
    record: (renewalId) => recordOf(register, renewalId),
    damaged: () => damaged,
    gate: (chosen) => checkGate(ports, { ...chosen, records: register.records() }),
    followed: () => followedBy(register.records()),
    start: async (chosen, answers) => {
      if (followedBy(register.records()).has(chosen.publicKeySha256)) throw new AppError('renewal.followed')
      const active = register.records().find((record) => isActive(record) && concerns(record.started, chosen))
      const record = active ?? (await begin(ports, chosen, answers))
      const { renewalId } = record.started
      if (active === undefined) register.add(record)
      if (record.state !== 'started') return register.view(renewalId)
      return register.during(renewalId, placeOrder)
    },
    ...createSteps(register, unlocked),
    writing: register.writing,
    close: () => unlocked.lockAll(),
  }
}

type Steps = Pick<RenewalService, 'requestSms' | 'verifySms' | 'initialise' | 'execute' | 'abandon'>

function createSteps(register: RenewalRegister, unlocked: UnlockedTokens): Steps {
  const withLogin = (renewalId: string, pin: string | undefined, effect: (work: RenewalWork) => Promise<void>) =>
    register.during(renewalId, async (work) => {
      if (pin !== undefined) await login(work, unlocked, pin)
      await effect(work)
    })
  return {
    requestSms: (renewalId) => register.during(renewalId, requestSms),
    verifySms: (renewalId, code) => register.during(renewalId, (work) => verifySms(work, code)),
    initialise: (renewalId, pin) =>
      register.during(renewalId, async (work) => {
        // Before the PIN is used up and before anything is written.
        await requireGate(work, register.records())
        await login(work, unlocked, pin)
        await endingOrders(work, initialise)
      }),
    execute: (renewalId, pin) => withLogin(renewalId, pin, executeAsFarAsPossible),
    abandon: (renewalId, pin) => {
      const lastFailure = register.failureOf(renewalId)
      return withLogin(renewalId, pin, (work) => abandon(work, { lastFailure }))
    },
  }
}

function recordOf(register: RenewalRegister, renewalId: string): RenewalRecord {
  const record = register.records().find(({ started }) => started.renewalId === renewalId)
  if (record === undefined) throw new AppError('renewal.notFound')
  return record
}

function concerns(started: { readonly oldPublicKeySha256: string }, chosen: ChosenCertificate): boolean {
  return started.oldPublicKeySha256 === chosen.publicKeySha256
}

interface Answers {
  readonly hasOpenBids?: boolean | undefined
}

/** How the key is spoken to, and what it can unwrap, is kept: the same is to be told to the platform after any restart. */
async function begin(ports: RenewalPorts, chosen: ChosenCertificate, answers?: Answers): Promise<RenewalRecord> {
  const pair = await ports.token.findPair(chosen.publicKeySha256)
  return ports.journal.begin(startedEntry(chosen, { ...answers, pair, now: ports.clock.now() }))
}

interface Beginning extends Answers {
  readonly pair: TokenPair
  readonly now: Date
}

function startedEntry(chosen: ChosenCertificate, { hasOpenBids, pair, now }: Beginning): EntryOf<'started'> {
  return {
    state: 'started',
    at: now.toISOString(),
    renewalId: randomUUID(),
    kind: chosen.kind,
    holder: chosen.holder,
    cardNumber: chosen.cardNumber,
    tokenSerialNumber: chosen.tokenSerialNumber,
    oldPublicKeySha256: chosen.publicKeySha256,
    oldCertificate: toBase64(chosen.certificate),
    ...(pair.interface === 'skf' ? { interface: pair.interface } : {}),
    ...(pair.symmetric === undefined ? {} : { symmetric: [...pair.symmetric] }),
    ...(hasOpenBids === undefined ? {} : { hasOpenBids }),
  }
}

/** The token is the one that holds the old key now, whatever it was called before. */
async function login(work: RenewalWork, unlocked: UnlockedTokens, pin: string): Promise<void> {
  const { renewalId } = work.record().started
  const pair = await findToken(work)
  const publicKeySha256 = readCertificate(pair.certificate).publicKey.sha256
  await unlocked.unlock(renewalId, { serialNumber: pair.tokenSerialNumber, publicKeySha256 }, pin)
}

/** After the confirmation, which a damaged journal may not know of, the old pair may be gone; the new one is there. */
async function findToken(work: RenewalWork) {
  const { token } = work.ports
  const { started, entries } = work.record()
  const newKey = entries['key-made']?.publicKeySha256
  const mayBeReplaced = entries.confirmed !== undefined || isUncertain(work.record())
  if (newKey === undefined || !mayBeReplaced) return token.findPair(started.oldPublicKeySha256)
  try {
    return await token.findPair(newKey)
  } catch (error) {
    if (!hasCode(error, 'token.absent')) throw error
    return token.findPair(started.oldPublicKeySha256)
  }
}

async function executeAsFarAsPossible(work: RenewalWork): Promise<void> {
  try {
    await endingOrders(work, execute)
  } catch (error) {
    // Not a failure: the user is asked, and the same call goes on from here.
    if (!hasCode(error, 'token.notUnlocked')) throw error
  }
}

/** Rule 4 and the platform's final no: nothing of it stays on the token, and nothing more will be written. */
async function endingOrders(work: RenewalWork, effect: (work: RenewalWork) => Promise<void>): Promise<void> {
  try {
    await effect(work)
  } catch (error) {
    if (!endsTheOrder(error)) throw error
    await abandon(work, { failure: toFailure(error) })
  }
}

function endsTheOrder(error: unknown): boolean {
  const { code } = toFailure(error)
  return code.startsWith('issued.') || code === 'platform.orderRejected' || code === 'platform.orderExpired'
}
