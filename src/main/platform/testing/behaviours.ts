/** For tests: what a platform, or something in front of it, may do with a request. */
import type { Behaviour } from './loopback-server.ts'
import { serviceSample, sessionSample } from './wire-samples.ts'

type Headers = Readonly<Record<string, string | number>>

export function answers(status: number, body: unknown, headers: Headers = {}): Behaviour {
  return sends(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
}

export function sends(status: number, body: string | Uint8Array, headers: Headers = {}): Behaviour {
  return (response) => void response.writeHead(status, { ...headers }).end(body)
}

export function refuses(status: number, code: string, more: object = {}, headers: Headers = {}): Behaviour {
  const problem = { title: 'Zhang San 13800138000', detail: 'secret detail', status, code, ...more }
  return answers(status, problem, { 'content-type': 'application/problem+json', ...headers })
}

/** A platform that is well: tells about itself, and logs in whoever asks. */
export const obliging: Behaviour = (response, request, timeIsUp) => {
  const answer = request.method === 'GET' ? answers(200, serviceSample) : answers(201, sessionSample)
  answer(response, request, timeIsUp)
}

export const drops: Behaviour = (response) => void response.socket?.destroy()

/** Never answers; the time is up as soon as the request has come. */
export const hangs: Behaviour = (_response, _request, timeIsUp) => timeIsUp()

/** Headers at once, then a byte now and then, for ever: never idle, never done, until the time is up. */
export const trickles: Behaviour = (response, _request, timeIsUp) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"name":"')
  let written = 0
  const timer = setInterval(() => {
    response.write('x')
    written += 1
    if (written === 5) timeIsUp()
  }, 5)
  response.once('close', () => clearInterval(timer))
}

/** Promises more bytes than it sends. */
export function truncates(body: string): Behaviour {
  return cutsOff(body, { 'content-length': Buffer.byteLength(body) + 10 })
}

/** Never sends the chunk that says it was the last. */
export function truncatesChunked(body: string | Uint8Array, headers: Headers = {}): Behaviour {
  return cutsOff(body, { 'transfer-encoding': 'chunked', ...headers })
}

function cutsOff(body: string | Uint8Array, headers: Headers): Behaviour {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers })
    response.write(body, () => response.socket?.destroy())
  }
}

export const html = (status: number, headers: Headers = {}): Behaviour =>
  sends(status, '<!doctype html><p>系统维护</p>', { 'content-type': 'text/html; charset=gbk', ...headers })
