/** A child process that talks in messages, whoever started it: Electron's utilityProcess, or Node's child_process. */
export interface ChildHandle {
  readonly pid: number | undefined
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called once. The signal is only known where Node started the child. */
  readonly onExit: (listener: (code: number | null, signal: string | null) => void) => void
  /** SIGKILL: native code that hangs does not listen to anything milder. */
  readonly kill: () => void
}
