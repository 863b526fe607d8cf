import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkNames, type CheckName } from '../../shared/environment/check-names.ts'
import type { EnvironmentProgress, Finding } from '../../shared/ipc/models-environment.ts'
import { AppError } from '../app-error.ts'
import type { Check } from './check.ts'
import { createCheckRunner } from './run-checks.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const fine: Finding = { state: 'ok' }
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function runnerOf(checks: readonly Check[]) {
  const published: EnvironmentProgress[] = []
  const unexpected: [CheckName, unknown][] = []
  const runner = createCheckRunner({
    checks,
    publish: (progress) => published.push(progress),
    onUnexpected: (name, thrown) => unexpected.push([name, thrown]),
  })
  return { runner, published, unexpected }
}

const usual = { deadlineMs: 100 }
const check = (name: CheckName, run: Check['run']): Check => ({ ...usual, name, run })

it('asks all checks at once, and tells each result as it comes', async () => {
  const begun: string[] = []
  const { runner, published } = runnerOf(
    [30, 10, 20].map((ms, index) =>
      check(checkNames[index] ?? 'clock', async () => {
        begun.push(`${ms}`)
        await after(ms)
        return [fine]
      }),
    ),
  )
  const running = runner.run()
  expect(published).toEqual([{ run: 1, names: ['usb-key', 'several-keys', 'certificate'] }])
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['30', '10', '20'])
  await vi.advanceTimersByTimeAsync(30)
  const report = await running
  expect(published.map(({ result }) => result?.name)).toEqual([undefined, 'several-keys', 'certificate', 'usb-key'])
  expect(report.results.map(({ name, findings }) => [name, findings])).toEqual([
    ...[
      ['usb-key', [fine]],
      ['several-keys', [fine]],
      ['certificate', [fine]],
    ],
  ])
})

it('says of a failed check why, and of one that breaks that it broke', async () => {
  const broken = new TypeError('not a function')
  const { runner, unexpected } = runnerOf([
    check('usb-key', () => Promise.reject(new AppError('token.absent', { details: { reason: 'x' } }))),
    check('room', () => Promise.reject(broken)),
    check('clock', () => {
      throw broken
    }),
    check('certificate', () => Promise.resolve([])),
    check('proxy', () => Promise.resolve([{ state: 'attention' }])),
    check('time-zone', () => Promise.reject(new AppError('internal', { details: { text: 'x'.repeat(300) } }))),
  ])
  const { results } = await runner.run()
  expect(results.map(({ findings }) => findings)).toEqual([
    [{ state: 'unknown', failure: { code: 'token.absent', details: { reason: 'x' } } }],
    [{ state: 'unknown', failure: { code: 'environment.checkFailed' } }],
    [{ state: 'unknown', failure: { code: 'environment.checkFailed' } }],
    [{ state: 'unknown', failure: { code: 'environment.checkFailed' } }],
    [{ state: 'attention', failure: { code: 'environment.checkFailed' } }],
    [{ state: 'unknown', failure: { code: 'internal' } }],
  ])
  expect(unexpected.map(([name]) => name).sort()).toEqual(['certificate', 'clock', 'room'])
})

it('does not wait for a check that ignores its signal, and tells it to stop', async () => {
  let signal: AbortSignal | undefined
  const { runner } = runnerOf([
    check('room', (told) => {
      signal = told
      return new Promise(() => undefined)
    }),
  ])
  const running = runner.run()
  await vi.advanceTimersByTimeAsync(99)
  expect(signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  const { results } = await running
  expect(results[0]?.findings).toEqual([{ state: 'unknown', failure: { code: 'environment.checkTimedOut' } }])
  expect(signal?.aborted).toBe(true)
})

it('ends a run when the next begins: its late results are not told, and who asked for it gets the new ones', async () => {
  const slow = [50, 10]
  const signals: AbortSignal[] = []
  const { runner, published } = runnerOf([
    check('room', async (signal) => {
      signals.push(signal)
      const ms = slow.shift() ?? 0
      await after(ms)
      return [{ ...fine, facts: { ms } }]
    }),
  ])
  const first = runner.run()
  await vi.advanceTimersByTimeAsync(5)
  const second = runner.run()
  expect(signals[0]?.aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(60)
  const [one, other] = await Promise.all([first, second])
  expect(one).toEqual(other)
  expect(one).toMatchObject({ run: 2, results: [{ findings: [{ facts: { ms: 10 } }] }] })
  expect(published.map(({ run, result }) => [run, result?.findings[0]?.facts])).toEqual([
    ...[
      [1, undefined],
      [2, undefined],
      [2, { ms: 10 }],
    ],
  ])
})

it('looks at one check anew, and remembers what was found last', async () => {
  let count = 0
  const { runner, published } = runnerOf([
    check('room', () => Promise.resolve([{ ...fine, facts: { count: ++count } }])),
  ])
  expect(runner.last('room')).toBeUndefined()
  await runner.run()
  expect(await runner.recheck('room')).toMatchObject({ name: 'room', findings: [{ facts: { count: 2 } }] })
  expect(runner.last('room')?.findings).toEqual([{ state: 'ok', facts: { count: 2 } }])
  expect(await runner.recheck('clock')).toBeUndefined()
  expect(published).toHaveLength(2)
})

it('looks for a 诊断包 without a word to the page, whose own run goes on', async () => {
  let count = 0
  const { runner, published } = runnerOf([
    check('room', async (signal) => {
      const own = ++count
      await after(20)
      return [{ ...fine, facts: { own, isOver: Number(signal.aborted) } }]
    }),
  ])
  const running = runner.run()
  await vi.advanceTimersByTimeAsync(5)
  const looking = runner.look()
  await vi.advanceTimersByTimeAsync(30)
  expect(await looking).toMatchObject([{ name: 'room', findings: [{ facts: { own: 2, isOver: 0 } }] }])
  expect(await running).toMatchObject({ run: 1, results: [{ findings: [{ facts: { own: 1, isOver: 0 } }] }] })
  expect(published.map(({ run, result }) => [run, result?.findings[0]?.facts?.['own']])).toEqual([
    ...[
      [1, undefined],
      [1, 1],
    ],
  ])
})

/** What a check may do, in any mixture; times are those of the test's own clock. */
const behaviour = fc.oneof(
  fc.record({ kind: fc.constant('answers' as const), ms: fc.nat(150), rows: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('fails' as const, 'breaks' as const), ms: fc.nat(150) }),
  fc.record({ kind: fc.constant('throws' as const) }),
  fc.record({ kind: fc.constant('hangs' as const) }),
)
type Behaviour = typeof behaviour extends fc.Arbitrary<infer B> ? B : never

function behave(what: Behaviour): Check['run'] {
  switch (what.kind) {
    case 'answers':
      return () => after(what.ms).then(() => Array.from({ length: what.rows }, () => fine))
    case 'fails':
      return () => after(what.ms).then(() => Promise.reject(new AppError('token.busy')))
    case 'breaks':
      return () => after(what.ms).then(() => Promise.reject(new Error('broken')))
    case 'throws':
      return () => {
        throw new Error('broken')
      }
    case 'hangs':
      return () => new Promise(() => undefined)
  }
}

const expected = (what: Behaviour): string => {
  const isLate = 'ms' in what && what.ms >= usual.deadlineMs
  if (what.kind === 'hangs' || isLate) return 'environment.checkTimedOut'
  if (what.kind === 'fails') return 'token.busy'
  return what.kind === 'answers' && what.rows > 0 ? 'ok' : 'environment.checkFailed'
}

it('gives every check exactly one result, whatever the checks do and however often it is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(behaviour, { maxLength: checkNames.length }),
      fc.array(fc.nat(120), { maxLength: 3 }),
      async (behaviours, restarts) => {
        const names = checkNames.slice(0, behaviours.length)
        const checks = behaviours.map((what, index) => check(checkNames[index] ?? 'clock', behave(what)))
        const { runner, published } = runnerOf(checks)
        const reports = [runner.run()]
        for (const ms of restarts) {
          await vi.advanceTimersByTimeAsync(ms)
          reports.push(runner.run())
        }
        await vi.advanceTimersByTimeAsync(200)
        const ended = await Promise.all(reports)
        const last = ended.at(-1)
        expect(last?.results.map(({ name }) => name)).toEqual(names)
        const found = last?.results.map(({ findings: [row] }) => row?.failure?.code ?? row?.state)
        expect(found).toEqual(behaviours.map(expected))
        // Of the newest run each result was told once, and nothing of an older one after a newer had begun.
        const told = published.flatMap(({ run, result }) => (run === reports.length && result ? [result.name] : []))
        expect([...told].sort()).toEqual([...names].sort())
        const runs = published.map(({ run }) => run)
        expect(runs).toEqual([...runs].sort((one, other) => one - other))
        expect(last?.run).toBe(reports.length)
      },
    ),
  )
})
