interface DurationParts {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** A span in whole seconds, split; shorter than a second counts as one second. */
export function durationParts(durationMs: number): DurationParts {
  const whole = Math.max(1, Math.round(durationMs / 1000))
  return {
    days: Math.floor(whole / 86_400),
    hours: Math.floor(whole / 3600) % 24,
    minutes: Math.floor(whole / 60) % 60,
    seconds: whole % 60,
  }
}

/** 0.4, and 0.03 for what took less than a tenth; never 0.0 for something that took time. */
export function shortSeconds(durationMs: number): string {
  if (durationMs < 10) return '< 0.01'
  return (durationMs / 1000).toFixed(durationMs < 100 ? 2 : 1)
}
