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

/** `pkcs11` is src/main/token/worker, `skf` is src/main/token/skf, `soft` is simulator/token. */
export type UsualWorkerKind = 'pkcs11' | 'skf' | 'soft'

/**
 * With `-32` the same in a 32-bit Node (decision 0017). `environment` is added to that of this process.
 */
export type WorkerKind = UsualWorkerKind | 'pkcs11-32' | 'skf-32'
export type WorkerSpawner = (kind: WorkerKind, environment?: Readonly<Record<string, string>>) => WorkerHandle
