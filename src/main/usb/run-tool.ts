import { execFile } from 'node:child_process'

/** A tool of the system. */
export interface SystemTool {
  /** Absolute: what stands first in PATH may be anybody's. */
  readonly path: string
  readonly parameters: readonly string[]
}

/** What a tool printed, or undefined when it failed, was missing or took too long. */
export type RunTool = (tool: SystemTool) => Promise<string | undefined>

/** A tool that does not answer is killed after `deadlineMs`. */
export function createRunTool(deadlineMs: number): RunTool {
  return ({ path, parameters }) =>
    new Promise((resolve) => {
      const limits = { timeout: deadlineMs, killSignal: 'SIGKILL', maxBuffer: 8 * 1024 * 1024 } as const
      execFile(path, parameters, { ...limits, windowsHide: true }, (error, stdout) => {
        resolve(error === null ? stdout : undefined)
      })
    })
}
