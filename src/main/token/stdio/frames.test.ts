import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFrameReader, encodeFrame } from './frames.ts'

const nonce = '00112233445566778899aabbccddeeff'

interface Read {
  readonly messages: unknown[]
  readonly broken: number
}

function read(chunks: readonly (string | Buffer)[], longest?: number): Read {
  const messages: unknown[] = []
  let broken = 0
  const push = createFrameReader({
    ...{ nonce, onMessage: (message) => messages.push(message), onBroken: () => void (broken += 1) },
    ...(longest === undefined ? {} : { longest }),
  })
  for (const chunk of chunks) push(Buffer.from(chunk))
  return { messages, broken }
}

/** What an answer may hold, and what a label may say. */
const message = fc.record({
  id: fc.nat(),
  value: fc.record({ bytes: fc.uint8Array(), text: fc.string({ unit: 'binary' }), list: fc.array(fc.uint8Array()) }),
})
/** Whatever a library prints, in any encoding, with or without an end of line; never our nonce, which it does not know. */
const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))

function cut(whole: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = []
  let from = 0
  for (const size of sizes) {
    chunks.push(whole.subarray(from, from + size))
    from += size
  }
  return [...chunks, whole.subarray(from)]
}

it('brings every message through, whatever is printed between them and however the pipe cuts it up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(noise, message), { maxLength: 8 }),
      fc.array(fc.nat({ max: 90 }), { maxLength: 40 }),
      (spoken, sizes) => {
        const whole = Buffer.concat(
          spoken.flatMap(([printed, said]) => [printed, Buffer.from(encodeFrame(nonce, said))]),
        )
        expect(read(cut(whole, sizes))).toEqual({ messages: spoken.map(([, said]) => said), broken: 0 })
      },
    ),
  )
})

it('gives bytes as bytes, also those that came as a Buffer', () => {
  const { messages } = read([encodeFrame(nonce, { value: Buffer.from([0, 255]), empty: new Uint8Array() })])
  expect(messages).toEqual([{ value: Uint8Array.of(0, 255), empty: new Uint8Array() }])
})

it('takes no frame that somebody else has made up', () => {
  const made = encodeFrame('ffffffffffffffffffffffffffffffff', { id: 1, ok: true, value: {} })
  expect(read([made, `x${encodeFrame(nonce, 1).trimStart()}`])).toEqual({ messages: [], broken: 0 })
})

it.each([
  ['printed into', (frame: string) => frame.replace('value', 'va[debug] lue')],
  ['cut short by a line', (frame: string) => frame.replace('"value"', '\n"value"')],
  ['no JSON', () => `\n${nonce} 3 {a}\n`],
  ['without a length', () => `\n${nonce} {}\n`],
  ['with a length that is none', () => `\n${nonce} 2.0 {}\n`],
])('breaks off once at a frame that is %s, and reads nothing behind it', (_, damage) => {
  const damaged = damage(encodeFrame(nonce, { id: 1, value: 'x' }))
  expect(read([damaged, encodeFrame(nonce, 2), damaged])).toEqual({ messages: [], broken: 1 })
})

it('does not take a frame that was cut by the end of its process', () => {
  expect(read([encodeFrame(nonce, { id: 1 }).slice(0, -1)])).toEqual({ messages: [], broken: 0 })
})

it('breaks off at a frame that does not end, and never at noise', () => {
  const frame = encodeFrame(nonce, 'x'.repeat(200))
  expect(read([frame], 100)).toEqual({ messages: [], broken: 1 })
  expect(read(['y'.repeat(10_000), encodeFrame(nonce, 1)], 100)).toEqual({ messages: [1], broken: 0 })
})
