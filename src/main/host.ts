import type { Handlers } from '../shared/ipc/contract.ts'
import type { Language } from '../shared/language.ts'
import type { CameraHost } from './camera/camera-cases.ts'
import type { ChooseSavePath } from './certificates/export-certificate.ts'
import type { DiagnosticsHost } from './diagnostics/open-diagnostics.ts'
import type { EnvironmentHost } from './environment-desk.ts'
import type { Log } from './logging/log.ts'
import type { PlatformOptions } from './platform/platform.ts'
import type { ChildHandle } from './processes/child-handle.ts'
import type { ReminderHost } from './reminders/open-reminders.ts'
import type { PolicySource } from './settings/managed/policy-source.ts'
import type { ChooseFile } from './signing/ports.ts'
import type { TokenHost } from './token-desk.ts'
import type { UpdateHost } from './update/ports.ts'

/** What the program runs on: Electron, or plain Node in tests. */
export interface Host extends TokenHost, EnvironmentHost, DiagnosticsHost, ReminderHost, CameraHost {
  readonly log: Log
  readonly startSimulator: () => ChildHandle
  /** The folder `resources` that comes with the program. */
  readonly resources: string
  /** What the program speaks now. */
  readonly language: () => Language
  readonly chooseSavePath: ChooseSavePath
  /** Asks for a file to sign or to check; nothing when the user cancels. */
  readonly chooseFile: ChooseFile
  /** Asks in a window of the system's own whether the last try of a PIN is to be used; the page cannot answer it. */
  readonly confirmFinalTry: (cardNumber: string) => Promise<boolean>
  /** A page without scripts as PDF. */
  readonly printPdf: (page: string) => Promise<Uint8Array>
  /** Whether a token is being worked with: then the computer should not go to sleep. */
  readonly writing: (isWriting: boolean) => void
  /** Shows where the licences of everything that is shipped lie; left out where nothing is installed. */
  readonly showLicences?: () => void
  /** Ends the program. */
  readonly quit: () => void
  /** How long calls of the platform may take, where it is not as usual. */
  readonly platform?: Pick<PlatformOptions, 'deadline' | 'sleep'>
  /** What updates of the program need; left out, it cannot replace itself. */
  readonly update?: UpdateHost
  /** Asks for a driver module; nothing when the user cancels. */
  readonly chooseModule: () => Promise<string | undefined>
}

/** What the program speaks is found out of what the system speaks, and of the settings. */
export interface Surroundings extends Omit<Host, 'language'> {
  /** Where an administrator may have left settings for this computer; left out, nowhere. */
  readonly policies?: readonly PolicySource[]
  /** What the system speaks, as far as the program speaks it. */
  readonly systemLanguage: () => Language
}

/** The program, running. */
export interface App {
  readonly handlers: Handlers
  /** Looks at the tokens again: the window has come back. */
  refresh(): Promise<void>
  /** The computer has woken up: no handle of a driver is trusted any more. */
  reopen(): Promise<void>
  /** What the program speaks now. */
  language(): Language
  /** The renewal whose token is being worked with right now, if any. */
  writing(): string | undefined
  /** Does the program go on in the tray when its window is closed? */
  staysInBackground(): boolean
  /** Logs tokens out and ends every process that was started. */
  close(): Promise<void>
}
