import { AppError } from '../../../app-error.ts'

/** Undefined for what the library did not tell: the key report goes on without it. */
export function told<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask()
  } catch (thrown) {
    if (thrown instanceof AppError) return undefined
    throw thrown
  }
}
