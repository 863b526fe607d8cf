import type { Failure } from '../failure.ts'

/** What every call over IPC answers with. Electron would carry a thrown error as a message without its code. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }
