import type { App } from 'electron'
import { release } from 'node:os'
import { logFaults } from './log-faults.ts'
import type { Log } from './log.ts'

/** What support asks first, and what nobody has caught. */
export function logProgram(app: Pick<App, 'on' | 'getVersion'>, log: Log): void {
  const { electron, node } = process.versions
  const system = `${process.platform} ${release()} ${process.arch}`
  log.info(`program: starts, ${app.getVersion()}, Electron ${electron}, Node ${node}, ${system}`)
  logFaults(process, log)
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName = '' }) => {
    log.info(`program: ${type} ${serviceName} is gone, ${reason} ${exitCode}`)
  })
  app.on('render-process-gone', (_event, _page, { reason, exitCode }) => {
    log.info(`program: the page is gone, ${reason} ${exitCode}`)
  })
}
