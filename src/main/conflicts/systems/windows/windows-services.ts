import { win32 } from 'node:path'
import type { SystemTool } from '../../../usb/run-tool.ts'
import type { SeenService } from '../../running-system.ts'

/** All services that run; the buffer is the largest there is, so that they come in one answer. */
export function serviceQuery(systemRoot: string): SystemTool {
  return {
    path: win32.join(systemRoot, 'System32', 'sc.exe'),
    parameters: ['query', 'type=', 'service', 'bufsize=', '262144'],
  }
}

/**
 * What `sc query` printed: a paragraph for each service. Chinese Windows translates the labels of its numbers, but neither
 * SERVICE_NAME and DISPLAY_NAME nor the words of the states (4 is SERVICE_RUNNING; an exit code may be 4 as well).
 * Undefined when there is none at all.
 */
export function parseServices(printed: string): readonly SeenService[] | undefined {
  const paragraphs = printed.split(/\r?\n(?=SERVICE_NAME:)/)
  const services = paragraphs.flatMap((paragraph) => {
    const name = /^SERVICE_NAME:[ \t]*(\S.*)$/m.exec(paragraph)?.[1]?.trim()
    const displayName = /^DISPLAY_NAME:[ \t]*(\S.*)$/m.exec(paragraph)?.[1]?.trim()
    const isRunning = /^[ \t]+\S[^:\n]*:[ \t]*4[ \t]+RUNNING\b/m.exec(paragraph) !== null
    return name === undefined || !isRunning ? [] : [{ name, displayName: displayName ?? name }]
  })
  return services.length === 0 ? undefined : services
}
