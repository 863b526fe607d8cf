/** The platform's idea of the time: the real one plus an offset that a test or a demonstration sets. */
export interface PlatformClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds ahead of the real time. */
  readonly offset: () => number
  readonly setOffset: (offsetMs: number) => void
}

export function createPlatformClock(initialOffsetMs = 0): PlatformClock {
  let offset = initialOffsetMs
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    setOffset: (offsetMs) => {
      offset = offsetMs
    },
  }
}
