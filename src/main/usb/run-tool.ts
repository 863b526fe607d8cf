import { execFile } from 'node:child_process'
import { decodeLabel } from '../token/worker/token-text.ts'

/** A tool of the system. */
export interface SystemTool {
  /** Absolute: what stands first in PATH may be anybody's. */
  readonly path: string
  readonly parameters: readonly string[]
}

/** What a tool printed, or undefined when it failed, was missing, took too long, or nobody waits any more. */
export type RunTool = (tool: SystemTool, signal?: AbortSignal) => Promise<string | undefined>

/** A tool that does not answer is killed after `deadlineMs`. A console of Chinese Windows writes GBK (code page 936). */
export function createRunTool(deadlineMs: number): RunTool {
  return ({ path, parameters }, signal) =>
    new Promise((resolve) => {
      const limits = { timeout: deadlineMs, killSignal: 'SIGKILL', maxBuffer: 8 * 1024 * 1024 } as const
      const options = { ...limits, encoding: 'buffer', windowsHide: true, signal } as const
      execFile(path, parameters, options, (error, stdout) => {
        resolve(error === null ? decodeLabel(stdout) : undefined)
      })
    })
}
