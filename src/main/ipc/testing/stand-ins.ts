/** For tests: whoever asks, and handlers that only say who was asked. */
import { channels, type Channel } from '../../../shared/ipc/channels.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Sender } from '../trusted-sender.ts'

/** The page of this program in its window's main frame. */
export function ownPage(url = 'app://bundle/index.html'): Sender {
  const frame = { url }
  // Electron's frames cannot be made here; their address is all that is looked at.
  return { sender: { mainFrame: frame }, senderFrame: frame } as unknown as Sender
}

/** Handlers that all do the same, which is told the channel. */
export function handlersThat(run: (channel: Channel, input: unknown) => unknown): Handlers {
  const entries = channels.map((channel) => [channel, (input: unknown) => run(channel, input)])
  // What they give is checked by the code under test.
  return Object.fromEntries(entries) as Handlers
}
