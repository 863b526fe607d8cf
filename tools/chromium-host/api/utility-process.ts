import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { beforeExit } from '../exit-tasks.ts'
import { HostEmitter } from '../host-emitter.ts'
import { hostEvent } from '../host-event.ts'
import { state } from '../state.ts'
import { notSupported, strict } from '../strict.ts'
import { app } from './app.ts'

const PARENT_PORT = join(import.meta.dirname, '../utility/parent-port.ts')

/** stdin is never connected, as in Electron; stdout and stderr are, each as asked. */
function childStdio(stdio: Electron.ForkOptions['stdio'] = 'inherit'): StdioOptions {
  const [, out, err] = Array.isArray(stdio) ? stdio : [undefined, stdio, stdio]
  // electron.d.ts says string where 'pipe', 'ignore' and 'inherit' are meant.
  return ['ignore', out, err, 'ipc'] as StdioOptions
}

function forkChild(modulePath: string, args: readonly string[], options: Electron.ForkOptions): ChildProcess {
  return fork(modulePath, [...args], {
    // V8's own structured clone, as between Electron's processes.
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', '-r', PARENT_PORT, ...(options.execArgv ?? [])],
    stdio: childStdio(options.stdio),
    ...(options.env ? { env: { ...options.env } } : {}),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
}

/** A `UtilityProcess`: a plain Node process, without Chromium's services and without MessagePorts. */
export class HostUtilityProcess extends HostEmitter {
  readonly stdout: NodeJS.ReadableStream | null
  readonly stderr: NodeJS.ReadableStream | null
  private readonly child: ChildProcess
  private isRunning = false

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super('UtilityProcess', ['spawn', 'message', 'exit', 'error'])
    this.child = forkChild(modulePath, args, options)
    this.stdout = this.child.stdout
    this.stderr = this.child.stderr
    const forget = beforeExit(() => this.child.kill('SIGKILL'))
    this.child.on('spawn', () => {
      this.isRunning = true
      this.emit('spawn')
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code, signal) => {
      forget()
      if (signal === null) this.onExit(code ?? 0, 'abnormal-exit', options.serviceName)
      else this.onExit(constants.signals[signal], 'killed', options.serviceName)
    })
  }

  /** Undefined before 'spawn' and after 'exit', as in Electron, although Node would know it at once. */
  get pid(): number | undefined {
    return this.isRunning ? this.child.pid : undefined
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw notSupported('the transfer of MessagePorts')
    // Clones first, so that what cannot be cloned throws here and not in the channel.
    if (this.child.connected) this.child.send(structuredClone(message) as object)
  }

  kill(): boolean {
    return this.child.kill()
  }

  private onExit(exitCode: number, reason: string, serviceName = ''): void {
    this.isRunning = false
    this.emit('exit', exitCode)
    if (exitCode === 0) return
    const details = { type: 'Utility', reason, exitCode, serviceName, name: serviceName }
    app.emit('child-process-gone', hostEvent(), details)
  }
}

/** The `utilityProcess` module. */
export const utilityProcess = strict('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}): HostUtilityProcess {
    if (!state.isReady) throw new Error('utilityProcess cannot be created before app is ready.')
    return strict('UtilityProcess', new HostUtilityProcess(modulePath, args, options))
  },
})
