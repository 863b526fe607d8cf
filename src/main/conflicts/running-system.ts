/** A process that runs now. */
export interface SeenProcess {
  readonly pid: number
  readonly parent: number
  /** File names under which it is known, its own choice first; Linux shortens the last one to 15 characters. */
  readonly names: readonly string[]
  /** Paths of its program, where they may be seen. */
  readonly places: readonly string[]
  /** Whatever the system calls the instant of its start; with the pid it names one process for ever. */
  readonly started?: string
  /** This user's, in this session, and no service. False also where that cannot be told. */
  readonly isOwn: boolean
}

/** A Windows service that runs now. */
export interface SeenService {
  readonly name: string
  readonly displayName: string
}

/** A TCP port of this computer that takes connections. */
export interface Listener {
  readonly port: number
  /** Who listens; empty where the system does not tell this user. */
  readonly pids: readonly number[]
}

export interface InstalledProgram {
  readonly name: string
  readonly publisher?: string
}

/** How long a tool of the system is waited for, in ms: PowerShell takes seconds to start on an old computer. */
export const toolDeadlineMs = 6000

/** Undefined: cannot be told, on this system or now. Never rejects. */
type Look<T> = (signal: AbortSignal) => Promise<readonly T[] | undefined>

/** What runs on this computer and is installed on it, by nothing but looking. */
export interface RunningSystem {
  readonly processes: Look<SeenProcess>
  readonly listeners: Look<Listener>
  readonly installed: Look<InstalledProgram>
  /** Whether other users' programs are shown too; absent where they always are. */
  readonly showsEveryone?: () => Promise<boolean>
  /** Absent where a system has no services besides its processes. */
  readonly services?: Look<SeenService>
}
