import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Answers } from './fake-desktop.ts'

/** Nothing is waited for. */
export const waitingAnswers: Pick<
  Answers,
  Extract<Channel, `token:${'list' | 'stop'}-waiting` | 'token:wait-longer'>
> = {
  'token:list-waiting': () => ({ ok: true, value: [] }),
  'token:wait-longer': () => ({ ok: true, value: { isWaiting: true } }),
  'token:stop-waiting': () => ({ ok: true, value: { isWaiting: false } }),
}
