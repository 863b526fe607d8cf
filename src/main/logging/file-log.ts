import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import log from 'electron-log/node'
import type { Failure } from '../../shared/failure.ts'
import { describeCauses, type Log } from './log.ts'
import { logLine, onOneLine, shortened, type LogLevel } from './log-line.ts'
import { redact } from './redact.ts'
import { createSecretRegister } from './redaction/secret-register.ts'
import { currentRequestId } from './request-id.ts'
import { keepPrivate, logFiles, rotate } from './rotate.ts'

const megabyte = 1 << 20

/** Ours to mend, whatever the user does. */
const faults: readonly Failure['code'][] = ['internal', 'ipc.invalidOutput', 'ipc.untrusted']

/** The log as a thing of its own: what others may read of it. */
export interface LogFile {
  /** The text as the log would write it: on one line. */
  redact(text: string): string
  /** The newest file and the one before, newest first. */
  recent(): readonly { readonly name: string; readonly text: string }[]
  isDetailed(): boolean
  /** Until the program ends: nothing remembers it. */
  setDetailed(isDetailed: boolean): void
}

export interface FileLog extends Log, LogFile {
  /** Forgets what is to be hidden, at the end of the program. */
  close(): void
}

/**
 * The log file: three of 1 MB at most (main.log, main.1.log, main.2.log), readable by this user only. Every line passes
 * redact(). Nothing goes to the page: log.initialize() is never called.
 */
export function createFileLog(path: string): FileLog {
  const secrets = createSecretRegister()
  const write = openFile(path)
  let isDetailed = false
  const hidden = (text: string) => redact(shortened(secrets.hide(onOneLine(text))))
  const put = (level: LogLevel, message: string) =>
    write(level, logLine({ at: new Date(), level, requestId: currentRequestId(), message: hidden(message) }))
  return {
    debug: (message) => {
      if (isDetailed) put('debug', message)
    },
    info: (message) => put('info', message),
    failure: (where, failure, cause) => {
      const details = failure.details === undefined ? '' : ` ${JSON.stringify(failure.details)}`
      const causes = describeCauses(cause).join(' <- ')
      put(faults.includes(failure.code) ? 'error' : 'warn', `${where} ${failure.code}${details} | ${causes}`)
    },
    hide: secrets.hold,
    redact: hidden,
    recent: () => logFiles(path).slice(0, 2).flatMap(readIfThere),
    isDetailed: () => isDetailed,
    setDetailed: (isOn) => {
      isDetailed = isOn
    },
    close: secrets.clear,
  }
}

/** electron-log writes and watches the size; what a line says and where old files go is decided here. */
function openFile(path: string): (level: LogLevel, line: string) => void {
  const file = log.create({ logId: 'main' })
  file.transports.console.level = false
  const transport = file.transports.file
  transport.level = 'debug'
  // Electron's own type for what was logged is any; here it is always one line.
  transport.format = ({ data }) => data as string[]
  transport.resolvePathFn = () => path
  transport.maxSize = megabyte
  transport.archiveLogFn = () => rotate(path)
  transport.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  keepPrivate(path)
  return (level, line) => file[level](line)
}

function readIfThere(path: string): readonly { readonly name: string; readonly text: string }[] {
  try {
    return [{ name: basename(path), text: readFileSync(path, 'utf8') }]
  } catch {
    return []
  }
}
