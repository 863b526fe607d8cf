import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { World } from './world.ts'

/** What the program in its own process is told. */
export interface KilledProgram {
  readonly desk: {
    readonly userData: string
    readonly origin: string
    readonly modulePath: string
    readonly store: { readonly environment: Readonly<Record<string, string>> }
  }
  readonly environment: Readonly<Record<string, string>>
  readonly codeFile: string
  readonly smsFile: string
  readonly workersFile: string
  /** As `before journal 3`; none: to the end. */
  readonly killAt?: string
}

interface Ended {
  readonly signal: NodeJS.Signals | null
  /** How often each kind of point was passed, for a program that came to its end. */
  readonly passed: Readonly<Record<string, number>>
  readonly outcome?: string
}

/** Runs the program until it kills itself, or to its end, and waits until its workers are gone as well. */
export async function runKilled(world: World, killAt?: string): Promise<Ended> {
  const { userData, origin, key, codeFile, folder } = world
  const { environment, modulePath } = key
  const [smsFile, workersFile] = [join(folder, 'sms'), join(folder, 'workers')]
  const program: KilledProgram = {
    desk: { userData, origin, modulePath, store: { environment } },
    ...{ environment, codeFile, smsFile, workersFile },
    ...(killAt === undefined ? {} : { killAt }),
  }
  const ended = await run(program)
  world.smsRequests += textOf(smsFile).length
  for (const pid of textOf(workersFile).split('\n').filter(Boolean)) await gone(Number(pid))
  return ended
}

function run(program: KilledProgram): Promise<Ended> {
  const child = fork(join(import.meta.dirname, 'killed-program.ts'), [], {
    env: { ...process.env, FAULTS_PROGRAM: JSON.stringify(program) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let told: Pick<Ended, 'passed' | 'outcome'> = { passed: {} }
  child.on('message', (message) => {
    told = message as typeof told
  })
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve({ ...told, signal })))
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** A worker whose parent has died ends by itself, when the call that it is in has come back. */
async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await wait(5)
}

function isRunning(pid: number): boolean {
  // After the name in brackets; nobody may be there to bury an orphan, which is then a zombie.
  const state = textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.[0]
  return state !== undefined && state !== 'Z' && state !== 'X'
}
