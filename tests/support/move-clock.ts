import { openControlPort } from '../../simulator/platform/control/control-port.ts'
import type { PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'

/**
 * As whoever sits at the simulator moves its clock: by its control port.
 * @param offsetMs milliseconds ahead of the real time
 */
export async function moveClock(platform: PlatformSimulator, offsetMs: number): Promise<void> {
  const control = await openControlPort(platform)
  try {
    const headers = { authorization: `Bearer ${control.token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ type: 'move-clock', offsetMs })
    const { status } = await fetch(`${control.origin}/commands`, { method: 'POST', headers, body })
    if (status !== 200) throw new Error(`the control port answered ${status}`)
  } finally {
    await control.close()
  }
}
