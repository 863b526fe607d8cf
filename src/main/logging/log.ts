import type { Failure } from '../../shared/failure.ts'

/** What the program writes about itself. Failures carry a code; causes are written here and nowhere else. */
export interface Log {
  /** Written only while 详细日志 is on. */
  debug(message: string): void
  info(message: string): void
  failure(where: string, failure: Failure, cause: unknown): void
  /**
   * Nothing that is written shows this text, in any spelling, until what it answers with is called. For everything
   * secret, from when it comes into the program until it is of no use any more.
   */
  hide(secret: string): () => void
}

/** The chain of causes, one line each: name and message, no stack of a foreign library's data. */
export function describeCauses(error: unknown): readonly string[] {
  const lines: string[] = []
  for (let cause = error; cause instanceof Error && lines.length < 8; cause = cause.cause) {
    lines.push(`${cause.name}: ${cause.message}`)
  }
  return lines
}
