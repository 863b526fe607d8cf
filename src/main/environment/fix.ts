import type { FixName } from '../../shared/ipc/models-environment.ts'

/** One thing that the program can do about a row, when the user has asked for it. */
export interface Fix {
  readonly name: FixName
  /**
   * Resolves when it is done; what has become of it, the check itself tells anew. Rejects with an AppError.
   * @param subject of the row, where it has one
   */
  run(subject: string | undefined): Promise<void>
}
