import type { IpcMain } from 'electron'
import { channels, type Channel } from '../../shared/ipc/channels.ts'
import type { Sender } from './trusted-sender.ts'

/** Answers one call of the page with a Result; never rejects. */
export type AnswerCall = (
  channel: Channel,
  call: { readonly event: Sender; readonly input: unknown },
) => Promise<unknown>

/**
 * Opens every channel of the contract, and no other. The page may call before the program can answer: its calls wait. The
 * contract itself (and zod) is the program's part, so that this costs the start nothing.
 */
export function registerChannels(ipc: Pick<IpcMain, 'handle'>, answering: Promise<AnswerCall>): void {
  for (const channel of channels) {
    ipc.handle(channel, async ({ sender, senderFrame }, input: unknown) => {
      // SECURITY(17): who has called is looked at now; when the answer is made the frame may be another one.
      const event = { sender: { mainFrame: sender.mainFrame }, senderFrame }
      const answer = await answering
      return answer(channel, { event, input })
    })
  }
}
