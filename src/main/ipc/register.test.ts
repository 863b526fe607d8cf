import { expect, it } from 'vitest'
import { channels } from '../../shared/ipc/channels.ts'
import { registerChannels } from './register.ts'
import { recordedLog } from './testing/recorded-log.ts'
import { handlersThat, inputs, outputs, ownPage } from './testing/samples.ts'

type Listener = (event: never, input: unknown) => unknown

function openChannels() {
  const open = new Map<string, Listener>()
  const ipc = { handle: (channel: string, listener: Listener) => void open.set(channel, listener) }
  registerChannels(
    ipc,
    handlersThat((channel) => outputs[channel]),
    recordedLog(),
  )
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
