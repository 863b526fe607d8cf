/** What a new PIN has to be: the same rules for the page, which shows them while it is typed, and for main, which decides. */

/** Kinds of characters that a PIN may have to have. */
export const pinClasses = ['digit', 'lower', 'upper', 'symbol'] as const
type PinClass = (typeof pinClasses)[number]

/** The rules of this program, from resources/pin-policy.json. */
export interface PinPolicy {
  /** In characters, besides the token's own limits. */
  readonly minLength: number
  readonly requiredClasses: readonly PinClass[]
  /** PINs that keys are handed out with, and others that everybody tries first. */
  readonly knownPins: readonly string[]
}

/** CK_TOKEN_INFO's, in octets; a module without limits says 0 or the largest number there is. */
export interface PinLimits {
  readonly minLength: number
  readonly maxLength: number
}

/** In the order in which they are shown. */
export const pinRules = ['length', 'characters', 'classes', 'known', 'pattern', 'different'] as const
export type PinRule = (typeof pinRules)[number]

export interface PinRules {
  readonly policy: PinPolicy
  readonly limits: PinLimits
  /** Absent where the old PIN is not known: it has been forgotten or is locked. */
  readonly oldPin?: string | undefined
}

const classPatterns: Readonly<Record<PinClass, RegExp>> = {
  digit: /[0-9]/,
  lower: /[a-z]/,
  upper: /[A-Z]/,
  symbol: /[^0-9A-Za-z]/,
}

/** The longest PIN that a person types; a token that claims to take more than this tells no limit. */
const sensibleLength = 1000

/** How long a new PIN may be; without `max` there is no limit to show. */
export function pinLengths({ policy, limits }: PinRules): { readonly min: number; readonly max?: number } {
  const isLimited = limits.maxLength > 0 && limits.minLength <= limits.maxLength && limits.maxLength < sensibleLength
  if (!isLimited) return { min: policy.minLength }
  // A token that takes less than the policy wants gets the longest that it takes.
  return { min: Math.min(Math.max(policy.minLength, limits.minLength), limits.maxLength), max: limits.maxLength }
}

/** The rules that this PIN breaks, in their order; none for one that will do. */
export function brokenPinRules(newPin: string, rules: PinRules): readonly PinRule[] {
  const { policy, oldPin } = rules
  const { min, max = Infinity } = pinLengths(rules)
  const length = octetsOf(newPin)
  const isKept: Readonly<Record<PinRule, boolean>> = {
    length: length >= min && length <= max,
    characters: isPlain(newPin),
    classes: policy.requiredClasses.every((name) => classPatterns[name].test(newPin)),
    known: newPin !== '' && !isKnownPin(newPin, policy),
    pattern: newPin !== '' && !isPattern(newPin),
    different: newPin !== '' && newPin !== oldPin,
  }
  return pinRules.filter((rule) => !isKept[rule])
}

export function isKnownPin(pin: string, { knownPins }: PinPolicy): boolean {
  return knownPins.includes(pin.toLowerCase())
}

/** Printable ASCII without the space: what every driver and every keyboard take for the same octets. */
function isPlain(pin: string): boolean {
  return /^[!-~]+$/.test(pin)
}

/** A token counts octets: a Chinese character is three. */
function octetsOf(text: string): number {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0)
    .map((point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4))
    .reduce((sum: number, octets) => sum + octets, 0)
}

/** One character or two over and over, or each the next one or the one before: 888888, 121212, 345678, fedcba. */
function isPattern(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (_, index) => pin.charCodeAt(index + 1) - pin.charCodeAt(index))
  const isSequence = steps.length > 0 && [0, 1, -1].some((step) => steps.every((each) => each === step))
  return isSequence || /^(..)\1+.?$/.test(pin)
}
