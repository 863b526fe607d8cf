import type { CertificateFaultKind, SimulatorFault, WireFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import { wireFaultKinds } from '../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../src/shared/platform/endpoints.ts'

export type WireFault = Extract<SimulatorFault, { readonly operation: OperationId | '*' }>

/** Faults of the encryption certificate of a dual order, or of its wrapped key. */
export type EncryptionFaultKind = Extract<CertificateFaultKind, `encryption-${string}`>
export type SigningFaultKind = Exclude<CertificateFaultKind, EncryptionFaultKind>

/** Faults armed for the next calls. Each `take` uses one up, so a fault that was not met stays visible in `armed`. */
export interface Faults {
  readonly arm: (fault: SimulatorFault) => void
  readonly disarm: () => void
  readonly armed: () => readonly SimulatorFault[]
  readonly takeWire: (operation: OperationId, kind: WireFaultKind) => WireFault | undefined
  readonly takeSigning: () => SigningFaultKind | undefined
  readonly takeEncryption: () => EncryptionFaultKind | undefined
  /** Told of each fault when it is taken. Returns its unsubscribe function. */
  readonly subscribe: (listener: (fault: SimulatorFault) => void) => () => void
}

const wireKinds: ReadonlySet<string> = new Set(wireFaultKinds)
const isWire = (fault: SimulatorFault): fault is WireFault => wireKinds.has(fault.kind)
const isEncryption = (fault: SimulatorFault): fault is SimulatorFault & { readonly kind: EncryptionFaultKind } =>
  !isWire(fault) && fault.kind.startsWith('encryption-')
const isSigning = (fault: SimulatorFault): fault is SimulatorFault & { readonly kind: SigningFaultKind } =>
  !isWire(fault) && !isEncryption(fault)

export function createFaults(): Faults {
  let armed: { readonly fault: SimulatorFault; left: number }[] = []
  const listeners = new Set<(fault: SimulatorFault) => void>()

  function take<F extends SimulatorFault>(matches: (fault: SimulatorFault) => fault is F): F | undefined {
    for (const entry of armed) {
      if (!matches(entry.fault)) continue
      entry.left -= 1
      armed = armed.filter(({ left }) => left > 0)
      for (const listener of listeners) listener(entry.fault)
      return entry.fault
    }
    return undefined
  }

  return {
    arm: (fault) => void armed.push({ fault, left: fault.times ?? 1 }),
    disarm: () => {
      armed = []
    },
    armed: () => armed.map(({ fault, left }) => ({ ...fault, times: left })),
    takeWire: (operation, kind) =>
      take(
        (fault): fault is WireFault =>
          isWire(fault) && fault.kind === kind && (fault.operation === operation || fault.operation === '*'),
      ),
    takeSigning: () => take(isSigning)?.kind,
    takeEncryption: () => take(isEncryption)?.kind,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
