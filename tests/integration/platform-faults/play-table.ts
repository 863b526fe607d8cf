/** Plays every row with every operation that it applies to, over one way into the network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError, hasCode } from '../../../src/main/app-error.ts'
import { startLoopbackServer, type LoopbackServer } from '../../../src/main/platform/testing/loopback-server.ts'
import { answers } from '../../../src/main/platform/testing/behaviours.ts'
import type { networkPaths } from '../../../src/main/platform/testing/network-paths.ts'
import type { SimulatorBooks } from '../../../src/shared/demo/simulator-messages.ts'
import { underTest, type UnderTest } from './operations-under-test.ts'
import { openBench, password, watching, type Bench, type Desk } from './platform-bench.ts'
import { rows, type Row } from './table.ts'

const cases = underTest.flatMap((operation) =>
  rows.filter(({ applies }) => applies?.(operation) ?? true).map((row) => ({ operation, row })),
)

export function playTable({ name, options }: (typeof networkPaths)[number]): void {
  let bench: Bench
  /** Where redirects point to. */
  let elsewhere: LoopbackServer
  beforeAll(async () => {
    bench = await openBench(options, cases.length)
    elsewhere = await startLoopbackServer([answers(200, {})])
  })
  afterAll(async () => {
    await bench.close()
    await elsewhere.close()
  })

  describe.each(underTest)(`by ${name}, $operation`, (operation) => {
    const own = cases.filter((one) => one.operation === operation)
    it.each(own)('$row.name', async ({ row }) => {
      const desk = await bench.newDesk({ login: operation.class !== 'never' })
      await play(desk, { operation, row, elsewhere })
    })
  })

  it(`has ${cases.length} checks by ${name}`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(120)
  })
}

interface Played {
  readonly operation: UnderTest
  readonly row: Row
  readonly elsewhere: LoopbackServer
}

async function play(desk: Desk, { operation, row, elsewhere }: Played): Promise<void> {
  const { call, orderId } = await operation.prepare(desk)
  const before = desk.simulator.books()
  const strayed = elsewhere.seen.length
  const expected = row.ending(operation)

  await arm(desk, { operation, row, elsewhere })
  const end = await watching(desk.seen, () => call(desk.client).then(() => 'done', failureOf))
  const left = desk.simulator.faults.armed()
  await calm(desk)

  expect(end).toEqual(endOf(expected))
  expect([desk.seen.length, desk.pauses, left.length]).toEqual([expected.requests, expected.pauses, 0])
  const keys = new Set(desk.seen.map(({ key }) => key))
  if (expected.requests > 0) expect([...keys]).toEqual([operation.class === 'keyed' ? desk.key : undefined])
  expect([elsewhere.seen.length, Reflect.get({}, 'polluted')]).toEqual([strayed, undefined])
  expect(desk.client.session.current() === undefined).toBe(expectsNobody(operation, expected.code))
  await requireDone(desk, { operation, orderId, before, done: row.done })

  // Afterwards the same call, with the same key, ends with what was done exactly once.
  const { account, client } = desk
  if (operation.needsLogin && client.session.current() === undefined) await client.session.login(account, password)
  expect(await call(client).then(() => 'done', failureOf)).toBe('done')
  await requireDone(desk, { operation, orderId, before, done: true })
}

async function arm(desk: Desk, { operation: { operation, class: kind }, row, elsewhere }: Played): Promise<void> {
  const { fault, inPause } = row
  const { faults } = desk.simulator
  if (fault === 'shut') return desk.relay.shut()
  // What is sent once meets one fault only: a second sending would not meet any, and be seen by its success.
  const times = kind === 'never' ? 1 : (fault.times ?? 1)
  faults.arm({ location: `${elsewhere.address}/api/v1/service`, ...fault, times, operation })
  if (inPause !== undefined) desk.onPause = () => faults.arm({ ...inPause, operation })
}

async function calm(desk: Desk): Promise<void> {
  desk.simulator.faults.disarm()
  desk.onPause = () => undefined
  desk.relay.onPiece = () => undefined
  await desk.relay.open()
}

function failureOf(error: unknown): unknown {
  return error instanceof AppError ? error.failure : error
}

function endOf({ code, outcome, details }: ReturnType<Row['ending']>): unknown {
  if (code === undefined) return 'done'
  return expect.objectContaining({ code, details: expect.objectContaining({ ...details, outcome }) as unknown })
}

function expectsNobody({ class: kind }: UnderTest, code: string | undefined): boolean {
  return code === 'platform.loginRequired' || (kind === 'never' && code !== undefined)
}

interface Doing {
  readonly operation: UnderTest
  readonly orderId: string | undefined
  readonly before: SimulatorBooks
  readonly done: boolean
}

/** Done exactly once, or not at all: by the books, and by the order. */
async function requireDone(desk: Desk, { operation, orderId, before, done }: Doing): Promise<void> {
  expect(desk.simulator.books()).toEqual(plus(before, done ? operation.once : {}))
  if (operation.states === undefined || orderId === undefined) return
  expect(await stateOf(desk, orderId)).toBe(operation.states[done ? 1 : 0])
}

async function stateOf({ account, observer }: Desk, orderId: string): Promise<string> {
  try {
    return (await observer.platform.readOrder(orderId)).state
  } catch (error) {
    // A session that ends is the account's, and so this one too.
    if (!hasCode(error, 'platform.loginRequired')) throw error
    await observer.session.login(account, password)
    return (await observer.platform.readOrder(orderId)).state
  }
}

function plus(books: SimulatorBooks, more: Partial<SimulatorBooks>): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...books }
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
