/**
 * The whole program in a process of its own, which ends it by SIGKILL at one of its journal writes or platform calls. The
 * user in front of it lives here too, and dies with it. What to do stands in FAULTS_PROGRAM (JSON).
 */
import { appendFileSync, readFileSync } from 'node:fs'
import files from 'node:fs/promises'
import http from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import type { KilledProgram } from './kill.ts'

const told = JSON.parse(process.env['FAULTS_PROGRAM'] ?? '') as KilledProgram
const passed: Record<string, number> = {}

/** Counts a point of this kind, and ends here when it is the one that was told. */
function pass(point: string): void {
  const number = (passed[point] = (passed[point] ?? 0) + 1)
  if (told.killAt !== `${point} ${number}`) return
  process.kill(process.pid, 'SIGKILL')
  // Nothing more is done, not even until the signal has come.
  for (;;);
}

const { rename } = files
files.rename = async (from, to) => {
  const isJournal = String(to).endsWith('.jsonl')
  if (isJournal) pass('before journal')
  await rename(from, to)
  if (isJournal) pass('after journal')
}

const { request } = http
http.request = ((...parameters: Parameters<typeof http.request>) => {
  pass('before call')
  const made = request(...parameters)
  made.on('response', (response) => response.on('end', () => pass('after call')))
  return made
}) as typeof http.request
syncBuiltinESMExports()

// Only now: what these import must find the functions above.
const { startApp } = await import('../support/app-under-test.ts')
const { spawnBundled } = await import('./life.ts')
const { createFileLog } = await import('../../src/main/logging/file-log.ts')
const { renewAsUser } = await import('./user.ts')

const app = await startApp(told.desk, {
  environment: told.environment,
  log: createFileLog(join(told.desk.userData, 'main.log')),
  spawn: (kind, environment) => {
    const worker = spawnBundled(kind, environment)
    appendFileSync(told.workersFile, `${worker.pid ?? 0}\n`)
    return worker
  },
})
const outcome = await renewAsUser({
  app,
  code: () => readFileSync(told.codeFile, 'utf8'),
  smsRequested: () => appendFileSync(told.smsFile, '.'),
})
await app.close()
process.send?.({ passed, outcome: outcome.renewal?.state ?? outcome.stopped })
process.disconnect()
