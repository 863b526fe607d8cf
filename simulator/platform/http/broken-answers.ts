/** Answers that are not what was agreed: what was done is done and saved, only the client does not hear of it properly. */
import { gzipSync } from 'node:zlib'
import { lateWireFaultKinds, type LateWireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import type { Answer } from './contract-check.ts'
import { sendAnswer } from './send-answer.ts'
import { drop, internalError, type Exchange } from './wire-faults.ts'

interface Answered extends Exchange {
  readonly answer: Answer
}

const json = 'application/json; charset=utf-8'
const trickleMs = 5

/** Plays a fault that strikes when everything is done and saved; true when one did, and the request is over. */
export function failAfter(answered: Answered): boolean {
  const { platform, endpoint } = answered
  for (const kind of lateWireFaultKinds) {
    if (platform.faults.takeWire(endpoint.operationId as OperationId, kind) === undefined) continue
    plays[kind](answered)
    return true
  }
  return false
}

const plays: Readonly<Record<LateWireFaultKind, (answered: Answered) => void>> = {
  'drop-after-commit': drop,
  '500-after-commit': ({ reply }) => sendAnswer(reply, internalError),
  'hang-after-commit': ({ reply }) => void reply.hijack(),
  'slow-body': trickle,
  truncated: (answered) => cutOff(answered, { 'content-length': sentBy(answered).length }),
  'truncated-chunked': (answered) => cutOff(answered, { 'transfer-encoding': 'chunked' }),
  'broken-json': (answered) => send(answered, textOf(answered).subarray(0, -1)),
  'bad-utf8': (answered) => send(answered, Buffer.concat([Buffer.from('{"x":"\xff",', 'latin1'), restOf(answered)])),
  empty: (answered) => send(answered, ''),
  'wrong-content-type': (answered) => send(answered, textOf(answered), 'text/plain'),
  'missing-field': (answered) => send(answered, withoutFirst(bodyOf(answered))),
  'unknown-state': (answered) => send(answered, { ...bodyOf(answered), state: 'teleported' }),
  'other-order': (answered) => send(answered, { ...bodyOf(answered), id: 'order-other', certificateId: 'other' }),
  'extra-field': (answered) => send(answered, { ...bodyOf(answered), 'x-added': { list: [1] } }),
  'proto-field': (answered) => {
    send(answered, Buffer.concat([Buffer.from('{"__proto__":{"polluted":true},'), restOf(answered)]))
  },
  oversize: (answered) => send(answered, Buffer.concat([blanks(answered, 1), textOf(answered)])),
  'gzip-bomb': (answered) => {
    void answered.reply.header('content-encoding', 'gzip')
    send(answered, gzipSync(blanks(answered, 8)))
  },
}

function send({ reply, answer }: Answered, body: object | string, type = json): void {
  const isText = typeof body === 'string' || body instanceof Uint8Array
  void reply
    .code(answer.status)
    .type(type)
    .send(isText ? body : JSON.stringify(body))
}

/** Every answer of the contract that has a body is an object. */
function bodyOf({ answer }: Answered): object {
  return answer.body instanceof Object ? answer.body : {}
}

function textOf(answered: Answered): Buffer {
  return Buffer.from(JSON.stringify(bodyOf(answered)))
}

/** What follows the opening brace. */
function restOf(answered: Answered): Buffer {
  return textOf(answered).subarray(1)
}

function withoutFirst(body: object): object {
  return Object.fromEntries(Object.entries(body).slice(1))
}

/** More than the client may read, so many times. */
function blanks({ endpoint }: Answered, times: number): Buffer {
  return Buffer.alloc(times * endpoint.maxResponseBytes + 1, ' ')
}

/** Half of it, and then the connection is gone; a file keeps its tag and its place, as a line that breaks leaves them. */
function cutOff(answered: Answered, headers: Readonly<Record<string, string | number>>): void {
  const { reply, answer } = answered
  const sent = sentBy(answered)
  const own = answer.body instanceof Uint8Array ? answer.headers : { 'content-type': json }
  reply.hijack()
  reply.raw.writeHead(answer.status, { ...own, ...headers })
  reply.raw.write(sent.subarray(0, sent.length >> 1), () => reply.raw.destroy())
}

function sentBy(answered: Answered): Uint8Array {
  return answered.answer.body instanceof Uint8Array ? answered.answer.body : textOf(answered)
}

/** A blank now and then, for as long as anybody listens: never idle, never done. */
function trickle({ reply, answer }: Answered): void {
  reply.hijack()
  reply.raw.writeHead(answer.status, { 'content-type': json })
  const timer = setInterval(() => reply.raw.write(' '), trickleMs)
  reply.raw.once('close', () => clearInterval(timer))
}
