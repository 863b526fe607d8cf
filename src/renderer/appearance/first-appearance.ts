import { useAppearance } from './appearance-store.ts'

/** As for the dates: the window is not shown before its first picture, and does not wait for a main that is slow. */
const patienceMs = 400

/** Waits for language and text size, so that the first picture has them. Never rejects. */
export async function firstAppearance(): Promise<void> {
  const { promise: isLate, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, patienceMs)
  await Promise.race([useAppearance.getState().load(), isLate])
  clearTimeout(timer)
}
