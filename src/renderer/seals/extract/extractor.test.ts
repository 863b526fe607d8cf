import { createCanvas } from '@napi-rs/canvas'
import { expect, it, vi } from 'vitest'
import { pictureSource } from '../../../../tests/support/drawn-seals/picture-source.ts'
import { sealTypes } from '../../../shared/seals/seal-types.ts'
import { unadjusted } from './adjustment.ts'
import { createExtractor, type WorkerPort } from './extractor.ts'
import { createExtractorDesk, type Codecs } from './extractor-desk.ts'
import type { ToExtractor } from './messages.ts'

/** A worker that notes what it is sent, and says what a test lets it say. */
function silentWorker() {
  const sent: ToExtractor[] = []
  let say: (message: unknown) => void = () => undefined
  let break_: () => void = () => undefined
  let ended = 0
  const start = (): WorkerPort => ({
    send: (message) => sent.push(message),
    onMessage: (listener) => (say = listener),
    onError: (listener) => (break_ = listener),
    end: () => (ended += 1),
  })
  return { start, sent, say: (message: unknown) => say(message), fail: () => break_(), ended: () => ended }
}

const photo = new Blob([new Uint8Array(createCanvas(8, 8).toBuffer('image/png'))])
const opened = { kind: 'opened', preview: photo, width: 8, height: 8 } as const

it('answers with what the worker found', async () => {
  const worker = silentWorker()
  const answer = createExtractor(worker.start).open(photo)
  worker.say({ ...opened, task: 1 })
  expect(await answer).toEqual({ state: 'done', value: { ...opened, task: 1 } })
})

it('lets a newer question replace an older one, whose answer is not taken any more', async () => {
  const worker = silentWorker()
  const extractor = createExtractor(worker.start)
  const [first, second] = [extractor.open(photo), extractor.open(photo)]
  worker.say({ ...opened, width: 1, task: 1 })
  worker.say({ ...opened, width: 2, task: 2 })
  expect([await first, await second]).toMatchObject([{ state: 'replaced' }, { state: 'done', value: { width: 2 } }])
  expect(worker.sent.map(({ task }) => task)).toEqual([1, 2])
})

it.each([
  undefined,
  null,
  7,
  'opened',
  {},
  { kind: 'opened' },
  { kind: 'eval', task: 1 },
  { kind: 'opened', task: '1' },
])('takes no notice of %j', async (junk) => {
  const worker = silentWorker()
  const answer = createExtractor(worker.start).open(photo)
  worker.say(junk)
  worker.say({ ...opened, task: 1 })
  expect((await answer).state).toBe('done')
})

it('takes an answer to another question for none', async () => {
  const worker = silentWorker()
  const answer = createExtractor(worker.start).draw(unadjusted)
  worker.say({ ...opened, task: 1 })
  expect(await answer).toEqual({ state: 'refused', reason: 'failed' })
})

it('ends a worker that breaks, or that says nothing, and starts another one for the next question', async () => {
  vi.useFakeTimers()
  try {
    const worker = silentWorker()
    const extractor = createExtractor(worker.start)
    const broken = extractor.open(photo)
    worker.fail()
    const silent = extractor.open(photo)
    await vi.runAllTimersAsync()
    expect([await broken, await silent]).toEqual([
      { state: 'refused', reason: 'failed' },
      { state: 'refused', reason: 'timeout' },
    ])
    expect(worker.ended()).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})

/** The worker's side, on a white picture. */
function desk(change: Partial<Codecs> = {}) {
  const answers: unknown[] = []
  let closed = 0
  const white = { width: 60, height: 60, data: new Uint8ClampedArray(14_400).fill(255) }
  const open = () =>
    Promise.resolve({ source: pictureSource(white), preview: () => Promise.resolve(photo), close: () => (closed += 1) })
  const codecs: Codecs = { open, toPng: () => Promise.resolve(photo), ...change }
  const receive = createExtractorDesk(codecs, (message) => answers.push(message))
  return { receive, answers, closed: () => closed }
}

it('opens a photo, looks for a seal, and draws nothing where there is none', async () => {
  const { receive, answers, closed } = desk()
  await receive({ kind: 'open', task: 1, file: photo })
  await receive({ kind: 'extract', task: 2, form: sealTypes.official })
  await receive({ kind: 'draw', task: 3, adjustment: unadjusted })
  await receive({ kind: 'open', task: 4, file: photo })
  expect(answers).toMatchObject([
    { kind: 'opened', task: 1, width: 60, height: 60 },
    { kind: 'extracted', task: 2, isAccepted: false, quality: { findings: [{ code: 'no-seal' }] } },
    { kind: 'refused', task: 3, reason: 'failed' },
    { kind: 'opened', task: 4 },
  ])
  expect(closed()).toBe(1)
})

it('refuses a photo that cannot be decoded, and one that is none', async () => {
  const { receive, answers } = desk({ open: () => Promise.reject(new Error('damaged')) })
  await receive({ kind: 'open', task: 1, file: photo })
  await receive({ kind: 'open', task: 2, file: new Blob(['<svg/>']) })
  expect(answers).toEqual([
    { kind: 'refused', task: 1, reason: 'failed' },
    { kind: 'refused', task: 2, reason: 'not-a-picture' },
  ])
})

it('closes a photo that was replaced while it was being decoded, and says nothing of it', async () => {
  const { receive, answers, closed } = desk()
  await Promise.all([receive({ kind: 'open', task: 1, file: photo }), receive({ kind: 'open', task: 2, file: photo })])
  expect(answers).toMatchObject([{ kind: 'opened', task: 2 }])
  expect(closed()).toBe(1)
})
