/**
 * The states of a renewal as its journal names them, and which may follow which. A state is written before the effect
 * that comes after it, so the last one in the journal says what may have begun. Pure: effects are in main/renewal.
 */
export const renewalStates = [
  'started',
  'order',
  'verified',
  'key-intended',
  'key-made',
  'submitted',
  'issued',
  'signing-written',
  'encryption-written',
  'proved',
  'confirmed',
  'completed',
  'abandoned',
] as const

export type RenewalState = (typeof renewalStates)[number]

/** 延期: the old certificate has not expired. 修复: it has. The platform has the last word. */
export type RenewalKind = 'renewal' | 'repair'

const next: Readonly<Record<RenewalState, readonly RenewalState[]>> = {
  started: ['order', 'abandoned'],
  order: ['order', 'verified', 'abandoned'],
  // Found again at the platform, an order may be past what the journal knows.
  verified: ['order', 'key-intended', 'abandoned'],
  // A generation that was interrupted is begun again under a new id.
  'key-intended': ['order', 'key-intended', 'key-made', 'abandoned'],
  'key-made': ['submitted', 'abandoned'],
  submitted: ['issued', 'abandoned'],
  issued: ['signing-written', 'abandoned'],
  // A renewal of a signing certificate alone has no encryption certificate to write.
  'signing-written': ['encryption-written', 'proved', 'abandoned'],
  'encryption-written': ['proved', 'abandoned'],
  proved: ['confirmed', 'abandoned'],
  confirmed: ['completed'],
  completed: [],
  abandoned: [],
}

export function mayFollow(from: RenewalState, to: RenewalState): boolean {
  return next[from].includes(to)
}

export function isFinished(state: RenewalState): boolean {
  return next[state].length === 0
}

/** The pages of the wizard after 读取证书. */
export type WizardStep = 'verify' | 'initialise' | 'execute' | 'result'

const wizardSteps: Readonly<Record<RenewalState, WizardStep>> = {
  started: 'verify',
  order: 'verify',
  verified: 'initialise',
  'key-intended': 'initialise',
  'key-made': 'execute',
  submitted: 'execute',
  issued: 'execute',
  'signing-written': 'execute',
  'encryption-written': 'execute',
  proved: 'execute',
  confirmed: 'execute',
  completed: 'result',
  abandoned: 'result',
}

export function wizardStep(state: RenewalState): WizardStep {
  return wizardSteps[state]
}
