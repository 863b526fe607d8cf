import type { Gate, GateCheck } from '../../src/shared/ipc/models-gate.ts'

/** A gate where everything is in order, but for what is told. */
export function sampleGate(changes: Partial<Gate> = {}, odd: readonly GateCheck[] = []): Gate {
  const names = ['driver', 'token', 'key', 'pin', 'room', 'conflicts', 'platform', 'clock', 'order'] as const
  const checks = names.map((name) => odd.find((check) => check.name === name) ?? { name, state: 'ok' as const })
  return { checks, isOpen: checks.every(({ state }) => state !== 'blocked'), asksForOpenBids: false, ...changes }
}
