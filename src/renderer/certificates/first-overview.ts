import { listen } from '../desktop.ts'
import { useCertificates } from './certificates-store.ts'

/** Longer than a driver that is well takes from here; the window is not shown before its first picture. */
const patienceMs = 400

/**
 * Waits for the dates, so that the first picture has them: one of a page that waits would be drawn first, and cost as much
 * time. What takes longer is waited for on the screen. Never rejects.
 */
export async function firstOverview(): Promise<void> {
  const { received, load } = useCertificates.getState()
  const { promise: isThere, resolve: there } = Promise.withResolvers<undefined>()
  const see = () => {
    const { overview, failure } = useCertificates.getState()
    if (overview?.complete === true || failure !== undefined) there(undefined)
  }
  const stop = listen('certificates:changed', (overview) => {
    received(overview)
    see()
  })
  void load().then(see)
  const timer = setTimeout(there, patienceMs)
  await isThere
  clearTimeout(timer)
  stop()
}
