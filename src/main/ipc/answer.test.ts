import { describe, expect, it } from 'vitest'
import { channels, type Channel } from '../../shared/ipc/channels.ts'
import { AppError } from '../app-error.ts'
import { describeCauses } from '../logging/log.ts'
import { currentRequestId } from '../logging/request-id.ts'
import { quietLog } from '../logging/testing/quiet-log.ts'
import { answer } from './answer.ts'
import { recordedLog } from './testing/recorded-log.ts'
import { inputs, outputs } from './testing/samples.ts'
import { handlersThat, ownPage } from './testing/stand-ins.ts'
import { withUndeclared } from './testing/with-undeclared.ts'
import type { Sender } from './trusted-sender.ts'

const answers = handlersThat((channel) => outputs[channel])

async function call(channel: Channel, input: unknown, handlers = answers, event: Sender = ownPage()) {
  const log = recordedLog()
  const result = await answer(channel, { event, input }, handlers, log)
  return { result, log: log.failures }
}

/** Handlers that note that they ran. */
function noting() {
  const ran: string[] = []
  const handlers = handlersThat((channel) => {
    ran.push(channel)
    return outputs[channel]
  })
  return { ran, handlers }
}

const junk: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'renewal'],
  ['true', true],
  ['a list', [{}]],
  ['an undeclared field', { undeclared: 1 }],
  ['a field __proto__', JSON.parse('{"__proto__":{"renewalId":"x"},"constructor":1}')],
  ['every field of every channel', Object.assign({}, ...Object.values(inputs))],
  [
    'numbers in place of text',
    { renewalId: 1, certificateId: 1, pin: 1, code: 123456, account: 1, password: 1, address: 1, path: 1 },
  ],
  [
    'objects in place of text',
    { renewalId: {}, certificateId: {}, pin: {}, code: {}, account: {}, password: {}, address: {}, path: {} },
  ],
]

describe.each(channels)('%s', (channel) => {
  it('gives what the use case gives', async () => {
    expect(await call(channel, inputs[channel])).toEqual({ result: { ok: true, value: outputs[channel] }, log: [] })
  })

  it.each(junk)('refuses %s, and runs nothing', async (_name, input) => {
    const { ran, handlers } = noting()
    const { result } = await call(channel, input, handlers)
    expect(result).toEqual({ ok: false, failure: { code: 'ipc.invalidInput', details: { channel } } })
    expect(ran).toEqual([])
  })

  it('refuses a field too many beside the right ones', async () => {
    const { ran, handlers } = noting()
    const { result } = await call(channel, { ...inputs[channel], undeclared: 1 }, handlers)
    expect([result, ran]).toMatchObject([{ ok: false, failure: { code: 'ipc.invalidInput' } }, []])
  })

  it('lets no undeclared field out, at any depth', async () => {
    const { result } = await call(
      channel,
      inputs[channel],
      handlersThat((name) => withUndeclared(outputs[name])),
    )
    expect(JSON.stringify(withUndeclared(outputs[channel]))).toContain('privateKey')
    expect(result).toEqual({ ok: true, value: outputs[channel] })
  })

  it.each([undefined, null, 'text', 7, {}, [1]])(
    'does not hand on %j, which is not what it promised',
    async (value) => {
      const isAccount = channel.startsWith('account:') && channel !== 'account:captcha'
      const optionalOnly = isAccount && JSON.stringify(value) === '{}'
      const { result, log } = await call(
        channel,
        inputs[channel],
        handlersThat(() => value),
      )
      if (optionalOnly) expect(result).toEqual({ ok: true, value: {} })
      else expect(result).toEqual({ ok: false, failure: { code: 'ipc.invalidOutput', details: { channel } } })
      expect(log).toHaveLength(optionalOnly ? 0 : 1)
    },
  )

  it('does not run for a sender that is not trusted, whatever it sends', async () => {
    const { ran, handlers } = noting()
    for (const input of [inputs[channel], undefined]) {
      const { result } = await call(channel, input, handlers, ownPage('https://evil.example/'))
      expect(result).toEqual({ ok: false, failure: { code: 'ipc.untrusted' } })
    }
    expect(ran).toEqual([])
  })
})

describe.each([
  ['certificates:export', { certificateId: 'AB'.repeat(32), format: 'der' }],
  ['certificates:export', { certificateId: 'ab'.repeat(32), format: 'p12' }],
  ['account:login', { account: ' ', password: 'x' }],
  ['account:login', { account: 'a', password: 'x'.repeat(129) }],
  ['renewal:start', { certificateId: `${'ab'.repeat(32)}\n` }],
  ['renewal:request-sms', { renewalId: '../../etc' }],
  ['renewal:verify-sms', { ...inputs['renewal:verify-sms'], code: '12345a' }],
  ['renewal:verify-sms', { ...inputs['renewal:verify-sms'], code: '１２３４５６' }],
  ['renewal:initialise', { ...inputs['renewal:initialise'], pin: '' }],
  ['renewal:execute', { ...inputs['renewal:execute'], pin: '1'.repeat(257) }],
  ['settings:save-platform', { address: 'h'.repeat(301) }],
  ['settings:remove-module', { path: '' }],
] as const)('%s with %j', (channel, input) => {
  it('is refused', async () => {
    const { ran, handlers } = noting()
    expect((await call(channel, input, handlers)).result).toMatchObject({ failure: { code: 'ipc.invalidInput' } })
    expect(ran).toEqual([])
  })
})

it('gives the use case the input as it was parsed', async () => {
  const seen: unknown[] = []
  const handlers = handlersThat((channel, input) => {
    seen.push(input)
    return outputs[channel]
  })
  await call('account:login', { account: ' demo ', password: ' secret ' }, handlers)
  expect(seen).toEqual([{ account: 'demo', password: ' secret ' }])
})

describe('a failure', () => {
  /** Throws anything, also what is no Error. */
  const failing = (thrown: unknown) =>
    handlersThat(() => Promise.resolve().then(() => AbortSignal.abort(thrown).throwIfAborted()))
  const throwing = (error: Error) =>
    handlersThat(() => {
      throw error
    })

  it.each([failing, throwing])('of ours keeps its code and details', async (fail) => {
    const cause = new Error('CKR_PIN_INCORRECT')
    const error = new AppError('token.pinIncorrect', { details: { triesLeft: 2 }, cause })
    const { result, log } = await call('app:info', {}, fail(error))
    expect(result).toEqual({ ok: false, failure: { code: 'token.pinIncorrect', details: { triesLeft: 2 } } })
    expect(JSON.stringify(result)).not.toContain('CKR')
    expect(log).toEqual([['app:info', 'token.pinIncorrect', error]])
  })

  it.each([
    ['an error', new TypeError('secret path /home/user')],
    ['a text', 'secret'],
    ['null', null],
    ['something that looks like ours', { failure: { code: 'token.pinIncorrect' } }],
  ])('that is %s is internal, says nothing, and is logged', async (_name, thrown) => {
    const { result, log } = await call('app:info', {}, failing(thrown))
    expect(result).toEqual({ ok: false, failure: { code: 'internal' } })
    expect(log).toEqual([['app:info', 'internal', thrown]])
  })

  it('is logged with what was wrong with an output', async () => {
    const { log } = await call(
      'app:info',
      {},
      handlersThat(() => ({ version: 1 })),
    )
    expect(log).toMatchObject([['app:info', 'ipc.invalidOutput', { cause: { name: 'ZodError' } }]])
  })

  it('never logs what was typed', async () => {
    const { log } = await call('renewal:initialise', { renewalId: 'x', pin: 'pin-that-is-secret' })
    expect(log).toMatchObject([['renewal:initialise', 'ipc.invalidInput', { message: 'ipc.invalidInput' }]])
    expect(log[0]?.[2]).not.toHaveProperty('cause')
    expect(describeCauses(log[0]?.[2]).join()).not.toContain('pin-that-is-secret')
    expect(JSON.stringify(log)).not.toContain('pin-that-is-secret')
  })
})

it('hides what is secret in the input while it is worked with, and no longer', async () => {
  const hidden = new Set<string>()
  const hide = (secret: string) => {
    hidden.add(secret)
    return () => void hidden.delete(secret)
  }
  const seen: string[][] = []
  const handlers = handlersThat(() => {
    seen.push([...hidden])
    throw new AppError('token.pinIncorrect')
  })
  const log = quietLog({ hide, failure: () => void seen.push([...hidden]) })
  await answer('pin:change', { event: ownPage(), input: inputs['pin:change'] }, handlers, log)
  expect(seen).toEqual([
    ['12345678', 'Kite-5927'],
    ['12345678', 'Kite-5927'],
  ])
  expect([...hidden]).toEqual([])
})

it('works on each call under an id of its own', async () => {
  const ids: (string | undefined)[] = []
  const handlers = handlersThat((channel) => {
    ids.push(currentRequestId())
    return outputs[channel]
  })
  await call('app:info', {}, handlers)
  await call('app:info', {}, handlers)
  expect(new Set(ids).size).toBe(2)
  expect(ids.every((id) => /^[0-9a-f]{8}$/.test(id ?? ''))).toBe(true)
})
