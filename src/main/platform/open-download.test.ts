import { afterEach, describe, expect, it } from 'vitest'
import type { OpenedOctets } from '../content/ports.ts'
import { html, refuses, sends } from './testing/behaviours.ts'
import { failureOf, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import type { Behaviour } from './testing/loopback-server.ts'
import { networkPaths } from './testing/network-paths.ts'

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

const octets = 'application/octet-stream'
const file = 'ABCDEFGHIJ'
const etag = '"v1"'
const whole = sends(200, file, { 'content-type': octets, etag })
const rest = (from: number, range = `bytes ${from}-9/10`) =>
  sends(206, file.slice(from), { 'content-type': octets, etag, 'content-range': range })

/** Half of it, and then the connection is gone. */
const cutOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': octets, etag, 'content-length': file.length })
  response.write(file.slice(0, 5), () => setImmediate(() => response.socket?.destroy()))
}

/** Half of it, and then nothing; the time is up as soon as it is waited for. */
const silent: Behaviour = (response, _request, timeIsUp) => {
  response.writeHead(200, { 'content-type': octets, etag, 'content-length': file.length })
  response.write(file.slice(0, 5), () => setTimeout(timeIsUp, 50))
}

async function textOf(opened: OpenedOctets): Promise<string> {
  if (opened.kind === 'nothing-there') return opened.kind
  let text = ''
  for await (const part of opened.octets) text += new TextDecoder().decode(part)
  return text
}

describe.each(networkPaths)('over $name', ({ options }) => {
  const start = async (...behaviours: readonly Behaviour[]) => {
    open = await startLoopbackPlatform(behaviours, options)
    const { content, requests } = open
    const fetchFrom = (from: number, tag: string | undefined = from > 0 ? etag : undefined, signal?: AbortSignal) =>
      content.openDownload({ downloadId: 'd1', from, etag: tag, signal: signal ?? new AbortController().signal })
    return { fetchFrom, requests }
  }

  it('gives the whole file with its tag, and asks for it without packing', async () => {
    const { fetchFrom, requests } = await start(whole)
    const opened = await fetchFrom(0)
    expect(opened).toMatchObject({ kind: 'whole', etag })
    expect(await textOf(opened)).toBe(file)
    expect(requests()[0]).toMatchObject({ method: 'GET', url: '/api/v1/downloads/d1/content' })
    expect(requests()[0]?.headers.range).toBeUndefined()
  })

  it('asks for the rest of the same version, and tells when it is the whole of another', async () => {
    const { fetchFrom, requests } = await start(rest(4), whole)
    const first = await fetchFrom(4)
    expect([first.kind, await textOf(first)]).toEqual(['rest', 'EFGHIJ'])
    expect(requests()[0]?.headers).toMatchObject({ range: 'bytes=4-', 'if-range': etag })
    const second = await fetchFrom(4)
    expect([second.kind, await textOf(second)]).toEqual(['whole', file])
  })

  it('asks for no part without a tag', async () => {
    const { requests } = await start(whole)
    const wanted = { downloadId: 'd1', from: 4, etag: undefined, signal: new AbortController().signal }
    expect((await open?.content.openDownload(wanted))?.kind).toBe('whole')
    expect(requests()[0]?.headers.range).toBeUndefined()
  })

  it('knows when there is nothing at that place', async () => {
    const { fetchFrom } = await start(refuses(416, 'download.range-not-satisfiable'))
    expect((await fetchFrom(4)).kind).toBe('nothing-there')
  })

  it.each([
    ['another place', rest(4, 'bytes 5-9/10'), 4],
    ['a part that nobody asked for', rest(4), 0],
    ['no place at all', sends(206, file, { 'content-type': octets, etag }), 4],
    ['another media type', sends(200, '{}', { 'content-type': 'application/json' }), 0],
  ])('refuses %s', async (_name, behaviour, from) => {
    const { fetchFrom } = await start(behaviour)
    expect(await failureOf(fetchFrom(from))).toMatchObject({ code: 'platform.offContract' })
  })

  it.each([
    ['a web page', html(200), 'platform.webPage'],
    ['maintenance', refuses(503, 'service.maintenance'), 'platform.maintenance'],
    ['a file that is gone', refuses(404, 'download.not-found'), 'platform.contentNotFound'],
  ])('tells %s from a file', async (_name, behaviour, code) => {
    const { fetchFrom } = await start(behaviour)
    expect(await failureOf(fetchFrom(0))).toMatchObject({ code })
  })

  it('gives what came before it was cut off, and says so', async () => {
    const { fetchFrom } = await start(cutOff)
    const seen: string[] = []
    const reading = fetchFrom(0).then(async (opened) => {
      if (opened.kind === 'nothing-there') return
      for await (const part of opened.octets) seen.push(new TextDecoder().decode(part))
    })
    expect(await failureOf(reading)).toMatchObject({ code: 'platform.unreachable' })
    expect(seen.join('')).toBe('ABCDE')
  })

  it('does not wait for ever for what has fallen silent', async () => {
    const { fetchFrom } = await start(silent)
    expect(await failureOf(fetchFrom(0).then(textOf))).toMatchObject({ code: 'platform.timeout' })
    await open?.server.abandoned
  })

  it('ends when it is told to, and lets go of the connection', async () => {
    const { fetchFrom } = await start((response) => {
      response.writeHead(200, { 'content-type': octets, etag, 'content-length': file.length }).write('A')
    })
    const stop = new AbortController()
    const opened = await fetchFrom(0, undefined, stop.signal)
    stop.abort()
    expect(await failureOf(textOf(opened))).toMatchObject({ code: 'platform.cancelled' })
    await open?.server.abandoned
  })
})

it('takes a weak tag for none: nothing could be continued by it', async () => {
  open = await startLoopbackPlatform([sends(200, file, { 'content-type': octets, etag: 'W/"v1"' })])
  const signal = new AbortController().signal
  const opened = await open.content.openDownload({ downloadId: 'd1', from: 0, etag: undefined, signal })
  expect(opened).toMatchObject({ kind: 'whole', etag: undefined })
})
