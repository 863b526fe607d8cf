import type { IpcMain } from 'electron'
import { channels } from '../../shared/ipc/channels.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Log } from '../logging/log.ts'
import { answer } from './answer.ts'

/** Opens every channel of the contract, and no other. */
export function registerChannels(ipc: Pick<IpcMain, 'handle'>, handlers: Handlers, log: Log): void {
  for (const channel of channels) {
    ipc.handle(channel, (event, input: unknown) => answer(channel, { event, input }, handlers, log))
  }
}
