import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { contractFolder } from './contract-files.ts'

interface Ended {
  readonly exitCode: number
  /** Both streams. */
  readonly output: string
}

const packageFile = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
const program = join(packageFile, '../bin/cli.js')

/** The redocly command with the project's rules; it calls nobody but the server it is told to. */
export function redocly(parameters: readonly string[], folder = contractFolder): Promise<Ended> {
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
  }
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const options = { cwd: folder, env: environment, maxBuffer: 1 << 26 }
  execFile(process.execPath, [program, ...parameters], options, (error, stdout, stderr) => {
    resolve({
      exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
      output: stdout + stderr,
    })
  })
  return promise
}
