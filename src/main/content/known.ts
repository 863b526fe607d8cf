/** What is answered where nothing is kept. */
export const notKnown = { isKnown: false } as const

export function known<T>(value: T): { isKnown: true; value: T } {
  return { isKnown: true, value }
}
