import { expect, it } from 'vitest'
import { channels } from '../../shared/ipc/channels.ts'
import { answer } from './answer.ts'
import { registerChannels, type AnswerCall } from './register.ts'
import { recordedLog } from './testing/recorded-log.ts'
import { inputs, outputs } from './testing/samples.ts'
import { handlersThat, ownPage } from './testing/stand-ins.ts'

type Listener = (event: never, input: unknown) => unknown

const handlers = handlersThat((channel) => outputs[channel])
const answerCall: AnswerCall = (channel, call) => answer(channel, call, handlers, recordedLog())

function openChannels(answering: Promise<AnswerCall> = Promise.resolve(answerCall)) {
  const open = new Map<string, Listener>()
  const ipc = { handle: (channel: string, listener: Listener) => void open.set(channel, listener) }
  registerChannels(ipc, answering)
  return open
}

it('opens every channel of the contract, and no other', () => {
  expect([...openChannels().keys()]).toEqual([...channels])
})

it('answers each channel with its own use case', async () => {
  const open = openChannels()
  for (const channel of channels) {
    // The event is reduced to what is looked at.
    const result = await open.get(channel)?.(ownPage() as never, inputs[channel])
    expect(result).toEqual({ ok: true, value: outputs[channel] })
  }
})

it('lets the page wait that calls before the program has started', async () => {
  const { promise, resolve } = Promise.withResolvers<AnswerCall>()
  const result = openChannels(promise).get('app:info')?.(ownPage() as never, inputs['app:info'])
  resolve(answerCall)
  expect(await result).toEqual({ ok: true, value: outputs['app:info'] })
})

it('looks at who has called when the call comes, not when it is answered', async () => {
  const { promise, resolve } = Promise.withResolvers<AnswerCall>()
  const event = { ...ownPage(), senderFrame: { url: 'https://example.com/' } }
  const result = openChannels(promise).get('app:info')?.(event as never, inputs['app:info'])
  Object.assign(event, ownPage())
  resolve(answerCall)
  expect(await result).toEqual({ ok: false, failure: { code: 'ipc.untrusted' } })
})
