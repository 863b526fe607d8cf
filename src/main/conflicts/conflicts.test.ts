import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findingsWithin } from '../environment/judge/findings-within.ts'
import { builtInConflictTable } from './conflict-table.ts'
import { createConflictChecks, createConflicts } from './conflicts.ts'
import { toolDeadlineMs } from './running-system.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const nobody = { issuers: [], makers: [], holders: { processes: [], isComplete: true }, isSilent: false }

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
    ['网证通安全客户端 KeyX', 'environment.conflictSuspected'],
    [undefined, 'environment.conflictsUnreadable'],
  ])
})
