import { expect, it } from 'vitest'
import type { Output } from '../../../../shared/ipc/contract.ts'
import { problemOf } from './camera-problem.ts'
import { createCameraStore } from './camera-store.ts'

/** A picture of one camera, whose end can be told. */
function fakeStream(id: string) {
  const track = Object.assign(new EventTarget(), {
    readyState: 'live',
    stop: () => {
      track.readyState = 'ended'
    },
    getSettings: () => ({ deviceId: id }),
  })
  // As much of a MediaStream as is used of it.
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream
  return { stream, track, pullOut: () => track.dispatchEvent(new Event('ended')) }
}

type Fake = ReturnType<typeof fakeStream>
const photo = new Blob(['photo'])
// Only handed on.
const video = {} as unknown as HTMLVideoElement

interface Given {
  readonly main?: () => Promise<Output<'camera:open'>>
  readonly open?: (id: string | undefined) => Promise<MediaStream>
  readonly take?: () => Promise<Blob>
}

function cameras({ main, open, take }: Given = {}) {
  const streams: Fake[] = []
  const calls: string[] = []
  const see = (id: string | undefined) => {
    const made = fakeStream(id ?? 'first')
    streams.push(made)
    return Promise.resolve(made.stream)
  }
  const store = createCameraStore(
    {
      open: open ?? see,
      list: () => Promise.resolve([{ id: 'first', name: '' }]),
      take: take ?? (() => Promise.resolve(photo)),
    },
    {
      open: () => {
        calls.push('open')
        return main === undefined ? Promise.resolve({ isAllowed: true, system: 'linux' }) : main()
      },
      close: () => calls.push('close'),
    },
  )
  return { state: store.getState, streams, calls, tracks: () => streams.map(({ track }) => track.readyState), see }
}

it('is lent, shows, takes, is off, and is given back', async () => {
  const { state, tracks, calls } = cameras()
  await state().open()
  expect(state()).toMatchObject({ phase: 'live', chosen: 'first', cameras: [{ id: 'first', name: '' }] })
  expect(await state().take(video)).toBe(photo)
  expect([state().phase, state().photo, tracks(), calls]).toEqual(['taken', photo, ['ended'], ['open', 'close']])
  state().close()
  expect(state()).toMatchObject({ phase: 'closed', stream: undefined })
})

it('is not asked for where main or the system refuses', async () => {
  const { state, streams, calls } = cameras({ main: () => Promise.resolve({ isAllowed: false, system: 'macos' }) })
  await state().open()
  expect(state()).toMatchObject({ phase: 'stopped', problem: 'denied', system: 'macos' })
  expect([streams, calls]).toEqual([[], ['open', 'close']])
})

it.each([
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotAllowedError', 'denied'],
  ['TypeError', 'failed'],
])('says of %s: %s', async (name, problem) => {
  const { state, calls } = cameras({ open: () => Promise.reject(new DOMException('', name)) })
  await state().open()
  expect([state().phase, state().problem, calls]).toEqual(['stopped', problem, ['open', 'close']])
})

it('says of what is no error of a camera that it failed', () => {
  expect([problemOf(undefined), problemOf('x'), problemOf({ name: 7 })]).toEqual(['failed', 'failed', 'failed'])
})

it('says when the camera is pulled out while it shows', async () => {
  const { state, streams, calls } = cameras()
  await state().open()
  streams[0]?.pullOut()
  expect([state().phase, state().problem, calls]).toEqual(['stopped', 'lost', ['open', 'close']])
})

it('stops a picture at once that comes after the dialog was closed', async () => {
  const late = Promise.withResolvers<MediaStream>()
  const { state } = cameras({ open: () => late.promise })
  const opening = state().open()
  await Promise.resolve()
  await Promise.resolve()
  state().close()
  const { stream, track } = fakeStream('late')
  late.resolve(stream)
  await opening
  expect([state().phase, track.readyState]).toEqual(['closed', 'ended'])
})

it('stops the one before when another camera is chosen, and its end is no news', async () => {
  const { state, streams, tracks } = cameras()
  await state().open()
  await state().open('second')
  streams[0]?.pullOut()
  expect([state().phase, state().chosen, tracks()]).toEqual(['live', 'second', ['ended', 'live']])
})

it('is off when its window is hidden, also while a picture is being taken, which is then not used', async () => {
  const slow = Promise.withResolvers<Blob>()
  const { state, tracks } = cameras({ take: () => slow.promise })
  await state().open()
  const taking = state().take(video)
  state().stop('hidden')
  slow.resolve(photo)
  expect([await taking, state().phase, state().problem, tracks()]).toEqual([undefined, 'stopped', 'hidden', ['ended']])
})

it('says when no picture could be taken, and is off', async () => {
  const { state, tracks } = cameras({ take: () => Promise.reject(new Error('no canvas')) })
  await state().open()
  expect(await state().take(video)).toBeUndefined()
  expect([state().problem, tracks()]).toEqual(['failed', ['ended']])
})

it('has nothing to stop while it is closed', () => {
  const { state, calls } = cameras()
  state().stop('hidden')
  state().close()
  expect([state().phase, calls]).toEqual(['closed', []])
})
