import { toFailure } from '../app-error.ts'
import type { Log } from './log.ts'

/** Writes what nobody has caught; what becomes of the program then is not decided here. */
export function logFaults(program: Pick<NodeJS.Process, 'on'>, log: Pick<Log, 'failure'>): void {
  program.on('uncaughtExceptionMonitor', (error) => log.failure('program: not caught', { code: 'internal' }, error))
  program.on('unhandledRejection', (reason) => log.failure('program: not handled', toFailure(reason), reason))
}
