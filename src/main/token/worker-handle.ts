import type { TokenRequestMessage } from '../../shared/token/messages.ts'

/** One running worker process, whoever started it: Electron's utilityProcess, or Node's child_process in tests. */
export interface WorkerHandle {
  readonly pid: number | undefined
  readonly send: (message: TokenRequestMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called once, also when the process could not be started at all. */
  readonly onExit: (listener: (code: number | null, signal: string | null) => void) => void
  /** SIGKILL: native code that hangs does not listen to anything milder. */
  readonly kill: () => void
}

/**
 * `pkcs11` is src/main/token/worker, `pkcs11-32` the same in a 32-bit Node (decision 0017), `skf` is src/main/token/skf,
 * `soft` is simulator/token.
 * `environment` is added to that of this process.
 */
export type WorkerKind = 'pkcs11' | 'pkcs11-32' | 'skf' | 'soft'
export type WorkerSpawner = (kind: WorkerKind, environment?: Readonly<Record<string, string>>) => WorkerHandle
