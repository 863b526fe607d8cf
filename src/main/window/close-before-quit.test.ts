import { expect, it } from 'vitest'
import { closeBeforeQuit } from './close-before-quit.ts'

/** An app that is told to quit as Electron is: whoever wants to may hold it up. */
function appWith(program: Promise<{ readonly close: () => Promise<void> }>, isHeldUp = false) {
  const done: string[] = []
  let beforeQuit: (event: { preventDefault: () => void; defaultPrevented: boolean }) => void = () => undefined
  const quit = () => {
    const event = {
      defaultPrevented: false,
      preventDefault: () => {
        event.defaultPrevented = true
      },
    }
    beforeQuit(event)
    done.push(event.defaultPrevented ? 'held up' : 'quit')
  }
  const app = { on: (_name: string, listener: typeof beforeQuit) => (beforeQuit = listener), quit }
  // Only what is used of it.
  closeBeforeQuit(app as unknown as Parameters<typeof closeBeforeQuit>[0], {
    program,
    closing: { ask: (event) => isHeldUp && event.preventDefault(), allow: () => undefined },
    hurry: () => done.push('hurry'),
    closed: () => done.push('closed'),
  })
  return { quit, done }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('closes the program, and quits then', async () => {
  const { promise: close, resolve } = Promise.withResolvers<undefined>()
  const { quit, done } = appWith(Promise.resolve({ close: () => close }))
  quit()
  await settled()
  expect(done).toEqual(['hurry', 'held up'])
  resolve(undefined)
  await settled()
  expect(done).toEqual(['hurry', 'held up', 'closed', 'quit'])
})

it('hurries a program on that still waits for its page, and closes it as soon as it is there', async () => {
  const { promise: program, resolve } = Promise.withResolvers<{ close: () => Promise<void> }>()
  const { quit, done } = appWith(program)
  quit()
  expect(done).toEqual(['hurry', 'held up'])
  resolve({ close: () => Promise.resolve() })
  await settled()
  expect(done.slice(2)).toEqual(['closed', 'quit'])
})

it.each([
  ['did not start', () => Promise.reject(new Error('no folder'))],
  ['does not close', () => Promise.resolve({ close: () => Promise.reject(new Error('stuck')) })],
])('quits although the program %s', async (_what, start) => {
  const { quit, done } = appWith(start())
  quit()
  await settled()
  expect(done.slice(2)).toEqual(['closed', 'quit'])
})

it('closes nothing while somebody is asked whether a key may be left in the middle', async () => {
  const { quit, done } = appWith(Promise.resolve({ close: () => Promise.resolve() }), true)
  quit()
  await settled()
  expect(done).toEqual(['held up'])
})
