import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runExitTasks } from '../exit-tasks.ts'
import { createSingleInstance, type SecondInstance } from './single-instance.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'single-instance-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first instance holds the lock until it lets go', () => {
  const first = createSingleInstance(() => undefined)
  expect(first.request(folder, {})).toBe(true)
  expect(first.isHeld()).toBe(true)
  first.release()
  expect(first.isHeld()).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('a second instance is refused, and the first hears of it', async () => {
  const heard = Promise.withResolvers<SecondInstance>()
  const first = createSingleInstance(heard.resolve)
  expect(first.request(folder, {})).toBe(true)
  expect(createSingleInstance(() => undefined).request(folder, { open: 'this' })).toBe(false)
  await runExitTasks()
  expect(await heard.promise).toEqual({ argv: process.argv, cwd: process.cwd(), additionalData: { open: 'this' } })
  first.release()
})

test('the lock of a process that is gone does not count', async () => {
  const dead = spawn('true')
  await once(dead, 'exit')
  writeFileSync(join(folder, 'ChromiumHost.lock'), `${String(dead.pid)} 1`)
  const next = createSingleInstance(() => undefined)
  expect(next.request(folder, {})).toBe(true)
  next.release()
})

test('a lock whose pid now belongs to another process does not count', () => {
  // Process 1 lives, but it was not started at this time.
  writeFileSync(join(folder, 'ChromiumHost.lock'), '1 another-time')
  const next = createSingleInstance(() => undefined)
  expect(next.request(folder, {})).toBe(true)
  next.release()
  expect(existsSync(join(folder, 'ChromiumHost.lock'))).toBe(false)
})
