import log from 'electron-log/node'
import { describeCauses, type Log } from './log.ts'
import { redact } from './redact.ts'

const megabyte = 1 << 20

/** The log file, rotated at 1 MB, readable by this user only. Nothing goes to the page: log.initialize() is never called. */
export function createFileLog(path: string): Log {
  const file = log.create({ logId: 'main' })
  file.transports.console.level = false
  file.transports.file.level = 'info'
  file.transports.file.resolvePathFn = () => path
  file.transports.file.maxSize = megabyte
  file.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  return {
    info: (message) => {
      file.info(redact(message))
    },
    failure: (where, failure, cause) => {
      const details = failure.details === undefined ? '' : ` ${JSON.stringify(failure.details)}`
      file.warn(redact(`${where} ${failure.code}${details} | ${describeCauses(cause).join(' <- ')}`))
    },
  }
}
