/** Why there is no picture of the camera. */
export type CameraProblem = 'none' | 'busy' | 'denied' | 'lost' | 'hidden' | 'failed'

const problems: Readonly<Record<string, CameraProblem>> = {
  NotFoundError: 'none',
  // The one that was chosen has been pulled out.
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  // Windows, where another program lets go of it too late.
  AbortError: 'busy',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
}

/** By the names of W3C Media Capture and Streams, getUserMedia(). */
export function problemOf(thrown: unknown): CameraProblem {
  // OverconstrainedError is not everywhere a DOMException.
  const name = typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : ''
  return problems[name] ?? 'failed'
}
