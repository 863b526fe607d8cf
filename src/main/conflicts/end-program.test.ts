import { expect, it } from 'vitest'
import { failureOf } from '../../../tests/support/token-steps.ts'
import { toFailure } from '../app-error.ts'
import { createEndProgram } from './end-program.ts'
import type { SeenProcess } from './running-system.ts'

const shown: SeenProcess = {
  pid: 5,
  parent: 1,
  names: ['KeyX.exe'],
  places: ['/x/KeyX.exe'],
  started: '7',
  isOwn: true,
}

/** What runs when the user agrees; who is asked ends. */
function ending(now: readonly SeenProcess[] | undefined) {
  const asked: number[] = []
  const running = () => now?.filter(({ pid }) => !asked.includes(pid))
  const endProgram = createEndProgram({
    system: { processes: () => Promise.resolve(running()) },
    control: {
      askToEnd: ({ pid }) => {
        asked.push(pid)
        return Promise.resolve()
      },
      isRunning: ({ pid }) => Promise.resolve(!asked.includes(pid)),
    },
    endable: () => new Map([['KeyX', [shown]]]),
    log: { info: () => undefined },
  })
  return { asked, run: () => endProgram.run('KeyX') }
}

it('asks the process that the row was about', async () => {
  const { asked, run } = ending([shown, { ...shown, pid: 6, names: ['other'] }])
  await run()
  expect(asked).toEqual([5])
})

it('asks nobody who got its number meanwhile: the program has ended', async () => {
  const { asked, run } = ending([{ ...shown, started: '8', names: ['editor'] }])
  await run()
  expect(asked).toEqual([])
})

it.each([
  ['another program has its number by then', [{ ...shown, started: '8', names: ['editor'] }], undefined],
  ['it stays', [shown], 'environment.programStillRunning'],
  ['its number stays, and nothing more can be seen', undefined, 'environment.programStillRunning'],
])('tells what became of it where only numbers can be asked for: %s', async (_what, later, code) => {
  const looks = [[shown], later]
  const endProgram = createEndProgram({
    system: { processes: () => Promise.resolve(looks.shift()) },
    control: { askToEnd: () => Promise.resolve(), isRunning: () => Promise.resolve(true) },
    endable: () => new Map([['KeyX', [shown]]]),
    log: { info: () => undefined },
    patienceMs: 0,
  })
  const outcome = endProgram.run('KeyX').then(
    () => undefined,
    (thrown: unknown) => toFailure(thrown).code,
  )
  expect(await outcome).toBe(code)
})

it.each([
  ['it has become another user’s', [{ ...shown, isOwn: false }], 'other-user'],
  ['nobody can be looked at', undefined, 'gone'],
])('asks nobody when %s', async (_what, now, reason) => {
  const { asked, run } = ending(now)
  expect(await failureOf(run())).toEqual({ code: 'environment.programNotEndable', details: { reason } })
  expect(asked).toEqual([])
})
