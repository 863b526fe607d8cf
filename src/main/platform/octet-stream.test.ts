import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { octetsOf } from './octet-stream.ts'

/** Gives what it is fed, and nothing more until it is destroyed. */
function silentAfter(text: string): Readable {
  const body = new Readable({ read: () => undefined })
  body.push(Buffer.from(text))
  return body
}

async function readAll(octets: AsyncIterable<Uint8Array>, seen: string[]): Promise<void> {
  for await (const part of octets) seen.push(Buffer.from(part).toString())
}

it('ends a body that has fallen silent, although its time is not over', async () => {
  const silence = new AbortController()
  let pauses = 0
  let stops = 0
  const octets = octetsOf(silentAfter('abc'), {
    signal: new AbortController().signal,
    idle: () => {
      pauses += 1
      if (pauses === 2) silence.abort()
      return silence.signal
    },
    stop: () => (stops += 1),
  })
  const seen: string[] = []
  await expect(readAll(octets, seen)).rejects.toThrow('the time is over')
  expect([seen, stops]).toEqual([['abc'], 1])
})

it('reads nothing that is no stream of octets', async () => {
  const limits = {
    signal: new AbortController().signal,
    idle: () => new AbortController().signal,
    stop: () => undefined,
  }
  await expect(readAll(octetsOf('text', limits), [])).rejects.toThrow('no stream')
  await expect(readAll(octetsOf(Readable.from(['text']), limits), [])).rejects.toThrow('no octets')
})
