import { randomUUID } from 'node:crypto'
import type { Renewal } from '../../shared/ipc/models.ts'
import type { RenewalKind } from '../../shared/renewal-steps.ts'
import { hasCode, toFailure } from '../app-error.ts'
import { abandon } from './abandon.ts'
import { execute, initialise } from './advance.ts'
import { isActive, toBase64 } from './renewal-record.ts'
import { createRenewalRegister } from './renewal-register.ts'
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
  /** Begins a renewal, or goes on with the one that is under way for this key. */
  start(chosen: ChosenCertificate): Promise<Renewal>
  requestSms(renewalId: string): Promise<Renewal>
  verifySms(renewalId: string, code: string): Promise<Renewal>
  /** The PIN is used for one login and not kept. */
  initialise(renewalId: string, pin: string): Promise<Renewal>
  /** Goes as far as it can: an answer that needs the PIN has stopped before the token. */
  execute(renewalId: string, pin?: string): Promise<Renewal>
  abandon(renewalId: string, pin?: string): Promise<Renewal>
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
  for (const record of (await ports.journal.readAll()).records) register.add(record)
  return {
    list: () => register.records().map((record) => register.view(record.started.renewalId)),
    start: async (chosen) => {
      const active = register.records().find((record) => isActive(record) && concerns(record.started, chosen))
      const record = active ?? (await ports.journal.begin(startedEntry(chosen, ports.clock.now())))
      const { renewalId } = record.started
      if (active === undefined) register.add(record)
      if (record.state !== 'started') return register.view(renewalId)
      return register.during(renewalId, placeOrder)
    },
    requestSms: (renewalId) => register.during(renewalId, requestSms),
    verifySms: (renewalId, code) => register.during(renewalId, (work) => verifySms(work, code)),
    initialise: (renewalId, pin) =>
      register.during(renewalId, async (work) => {
        await login(work, unlocked, pin)
        await initialise(work)
      }),
    execute: (renewalId, pin) =>
      register.during(renewalId, async (work) => {
        if (pin !== undefined) await login(work, unlocked, pin)
        await executeAsFarAsPossible(work)
      }),
    abandon: (renewalId, pin) =>
      register.during(renewalId, async (work) => {
        if (pin !== undefined) await login(work, unlocked, pin)
        await abandon(work)
      }),
    close: () => unlocked.lockAll(),
  }
}

function concerns(started: { readonly oldPublicKeySha256: string }, chosen: ChosenCertificate): boolean {
  return started.oldPublicKeySha256 === chosen.publicKeySha256
}

function startedEntry(chosen: ChosenCertificate, now: Date) {
  return {
    state: 'started' as const,
    at: now.toISOString(),
    renewalId: randomUUID(),
    kind: chosen.kind,
    holder: chosen.holder,
    cardNumber: chosen.cardNumber,
    tokenSerialNumber: chosen.tokenSerialNumber,
    oldPublicKeySha256: chosen.publicKeySha256,
    oldCertificate: toBase64(chosen.certificate),
  }
}

/** The token is the one that holds the old key now, whatever it was called before. */
async function login(work: RenewalWork, unlocked: UnlockedTokens, pin: string): Promise<void> {
  const { renewalId, oldPublicKeySha256 } = work.record().started
  const key =
    work.record().entries.confirmed === undefined ? oldPublicKeySha256 : (newKeyOf(work) ?? oldPublicKeySha256)
  const pair = await work.ports.token.findPair(key)
  await unlocked.unlock(renewalId, pair.tokenSerialNumber, pin)
}

/** After the confirmation the old pair may be gone already; the new one is there. */
function newKeyOf(work: RenewalWork): string | undefined {
  return work.record().entries['key-made']?.publicKeySha256
}

async function executeAsFarAsPossible(work: RenewalWork): Promise<void> {
  try {
    await execute(work)
  } catch (error) {
    // Not a failure: the user is asked, and the same call goes on from here.
    if (hasCode(error, 'token.notUnlocked')) return
    if (endsTheOrder(error)) await abandon(work, toFailure(error))
    else throw error
  }
}

/** Rule 4 and the platform's final no: nothing was written, and nothing will be. */
function endsTheOrder(error: unknown): boolean {
  const { code } = toFailure(error)
  return code.startsWith('issued.') || code === 'platform.orderRejected' || code === 'platform.orderExpired'
}
