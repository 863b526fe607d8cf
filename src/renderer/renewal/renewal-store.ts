import { create, type StoreApi } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { DamagedRenewal, Renewal } from '../../shared/ipc/models.ts'
import { isFinished } from '../../shared/renewal-steps.ts'
import { withLogin } from '../account/with-login.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { call, DesktopError, toFailure } from '../desktop.ts'
import { isPinFailure } from './pin-failure.ts'

/** What the wizard is about: a certificate before its renewal has begun, then the renewal. */
export type Wizard =
  { readonly at: 'read'; readonly certificateId: string } | { readonly at: 'run'; readonly renewalId: string }

type PinCall = (renewalId: string, pin?: string) => Promise<Failure | undefined>

/** What the user has said before the start; without it nothing was asked. */
interface Answers {
  readonly hasOpenBids?: boolean
}

interface RenewalState {
  readonly renewals: readonly Renewal[]
  readonly damaged: readonly DamagedRenewal[]
  readonly wizard: Wizard | undefined
  readonly isPending: boolean
  /** Of the last call; what main found later stands in the renewal itself. */
  readonly failure: Failure | undefined
  readonly load: () => Promise<void>
  readonly received: (renewal: Renewal) => void
  readonly open: (certificateId: string) => void
  readonly resume: (renewalId: string) => void
  readonly close: () => void
  readonly start: (certificateId: string, answers?: Answers) => Promise<void>
  readonly requestSms: (renewalId: string) => Promise<void>
  readonly verifySms: (renewalId: string, code: string) => Promise<void>
  /** These answer with a failure of the PIN, which belongs into its dialog; every other one is kept as `failure`. */
  readonly initialise: (renewalId: string, pin: string) => Promise<Failure | undefined>
  readonly execute: PinCall
  readonly abandon: PinCall
}

type Set = StoreApi<RenewalState>['setState']
type Get = StoreApi<RenewalState>['getState']

export const useRenewals = create<RenewalState>()((set, get) => ({
  renewals: [],
  damaged: [],
  wizard: undefined,
  isPending: false,
  failure: undefined,
  received: (renewal) => set(({ renewals }) => ({ renewals: merge(renewals, [renewal]) })),
  open: (certificateId) => set({ wizard: { at: 'read', certificateId }, failure: undefined }),
  resume: (renewalId) => set({ wizard: { at: 'run', renewalId }, failure: undefined }),
  close: () => set({ wizard: undefined, failure: undefined }),
  ...platformActions(set),
  ...pinActions(set, get),
}))

type PlatformActions = Pick<RenewalState, 'load' | 'start' | 'requestSms' | 'verifySms'>

function platformActions(set: Set): PlatformActions {
  return {
    load: async () => {
      await Promise.all([
        show(set, async () => {
          const listed = await call('renewal:list', {})
          set(({ renewals }) => ({ renewals: merge(renewals, listed) }))
        }),
        show(set, async () => set({ damaged: await call('renewal:damaged', {}) })),
      ])
    },
    start: async (certificateId, answers = {}) => {
      await run(set, () => withLogin(() => begin(set, { certificateId, ...answers })))
    },
    requestSms: async (renewalId) => {
      await run(set, () => withLogin(() => answer(set, call('renewal:request-sms', { renewalId }))))
    },
    verifySms: async (renewalId, code) => {
      await run(set, () => withLogin(() => answer(set, call('renewal:verify-sms', { renewalId, code }))))
    },
  }
}

function pinActions(set: Set, get: Get): Pick<RenewalState, 'initialise' | 'execute' | 'abandon'> {
  const withoutPin = (renewalId: string, again: () => Promise<Renewal>) => () => {
    const isLocked = get().renewals.find(({ id }) => id === renewalId)?.needsPin ?? true
    return isLocked ? Promise.reject(new DesktopError({ code: 'token.notUnlocked' })) : again()
  }
  const pinCall =
    (channel: 'renewal:execute' | 'renewal:abandon'): PinCall =>
    (renewalId, pin) => {
      const first = () => answer(set, call(channel, pin === undefined ? { renewalId } : { renewalId, pin }))
      const plain = () => answer(set, call(channel, { renewalId }))
      const again = pin === undefined ? plain : withoutPin(renewalId, plain)
      return run(set, async () => stoppedForPin(await withLogin(first, again)))
    }
  return {
    initialise: (renewalId, pin) => {
      const first = () => answer(set, call('renewal:initialise', { renewalId, pin }))
      const again = () => Promise.reject(new DesktopError({ code: 'token.notUnlocked' }))
      return run(set, () => withLogin(first, again))
    },
    execute: pinCall('renewal:execute'),
    abandon: pinCall('renewal:abandon'),
  }
}

/** An answer that is not at its end and needs the PIN has stopped before the token: the same as a refusal. */
function stoppedForPin(renewal: Renewal): Renewal {
  const isStopped = !isFinished(renewal.state) && !renewal.busy && renewal.needsPin
  if (isStopped && renewal.failure === undefined) throw new DesktopError({ code: 'token.notUnlocked' })
  return renewal
}

/** What cannot be asked is said, and hides nothing of the rest. */
async function show(set: Set, ask: () => Promise<void>): Promise<void> {
  try {
    await ask()
  } catch (thrown) {
    set({ failure: toFailure(thrown) })
  }
}

/** Goes on to the new renewal, unless the user has left the wizard meanwhile. */
async function begin(set: Set, chosen: Answers & { readonly certificateId: string }): Promise<Renewal> {
  const { certificateId } = chosen
  const renewal = await call('renewal:start', chosen)
  set(({ renewals, wizard }) => {
    const known = { renewals: merge(renewals, [renewal]) }
    const isStillHere = wizard?.at === 'read' && wizard.certificateId === certificateId
    return isStillHere ? { ...known, wizard: { at: 'run', renewalId: renewal.id } } : known
  })
  return answer(set, Promise.resolve(renewal))
}

/** Shows the renewal, and treats a login that main found missing half-way like a refused call. */
async function answer(set: Set, asked: Promise<Renewal>): Promise<Renewal> {
  const renewal = await asked
  set(({ renewals }) => ({ renewals: merge(renewals, [renewal]) }))
  if (renewal.failure?.code === 'platform.loginRequired') throw new DesktopError(renewal.failure)
  return renewal
}

async function run(set: Set, act: () => Promise<Renewal>): Promise<Failure | undefined> {
  set({ isPending: true, failure: undefined })
  try {
    const { failure } = await act()
    set({ isPending: false })
    return failure !== undefined && isPinFailure(failure) ? failure : undefined
  } catch (thrown) {
    const failure = toFailure(thrown)
    if (!isPinFailure(failure)) {
      set({ isPending: false, failure })
      return undefined
    }
    set({ isPending: false })
    // The flags of the PIN have changed with it.
    void useCertificates.getState().load()
    return failure
  }
}

function merge(known: readonly Renewal[], more: readonly Renewal[]): readonly Renewal[] {
  const byId = new Map([...known, ...more].map((renewal) => [renewal.id, renewal]))
  return [...byId.values()].sort((one, other) => other.startedAt.localeCompare(one.startedAt))
}
