import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { failureOf } from '../../../tests/support/token-steps.ts'
import { findingsWithin } from '../environment/judge/findings-within.ts'
import { builtInConflictTable } from './conflict-table.ts'
import { createConflictChecks, createConflicts } from './conflicts.ts'
import { toolDeadlineMs } from './running-system.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const nobody = { issuers: [], makers: [], holders: { processes: [], isComplete: true }, isSilent: false }

const keyX = '网证通安全客户端 KeyX'

it('offers nothing of a look that nobody waited for', async () => {
  const program = { pid: 5, parent: 1, names: ['KeyX.exe'], places: [], started: '7', isOwn: true }
  const asked: number[] = []
  const conflicts = createConflicts({
    system: {
      processes: () => Promise.resolve(asked.length === 0 ? [program] : []),
      ...{ listeners: () => Promise.resolve([]), installed: () => Promise.resolve([]) },
    },
    control: {
      askToEnd: ({ pid }) => Promise.resolve(void asked.push(pid)),
      isRunning: () => Promise.resolve(asked.length === 0),
    },
    ...{ table: builtInConflictTable, keys: () => Promise.resolve(nobody), log: { info: () => undefined } },
  })
  await conflicts.find(AbortSignal.abort())
  expect((await failureOf(conflicts.endProgram.run(keyX))).code).toBe('environment.programNotEndable')
  await conflicts.find(new AbortController().signal)
  await conflicts.endProgram.run(keyX)
  expect(asked).toEqual([5])
})

it('tells what the other tools have seen where one of them takes too long', async () => {
  const conflicts = createConflicts({
    system: {
      processes: () => new Promise((resolve) => setTimeout(() => resolve(undefined), toolDeadlineMs)),
      listeners: () => Promise.resolve([{ port: 20443, pids: [] }]),
      installed: () => Promise.resolve([]),
    },
    control: { askToEnd: () => Promise.resolve(), isRunning: () => Promise.resolve(false) },
    ...{ table: builtInConflictTable, keys: () => Promise.resolve(nobody), log: { info: () => undefined } },
  })
  const [check] = createConflictChecks(conflicts)
  const rows = findingsWithin(conflicts.find, { deadlineMs: check?.deadlineMs ?? 0 })
  await vi.advanceTimersByTimeAsync(toolDeadlineMs)
  const codes = (await rows).map(({ subject, failure }) => [subject, failure?.code])
  expect(codes).toEqual([
    [keyX, 'environment.conflictSuspected'],
    [undefined, 'environment.conflictsUnreadable'],
  ])
})
