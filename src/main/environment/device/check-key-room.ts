import type { Check } from '../check.ts'
import { judgeRoom } from '../judge/judge-room.ts'
import type { LookAtDevices } from './device-look.ts'
import { perToken } from './per-token.ts'
import { certificatesByUse } from './stored-certificates.ts'

/** Is there room on each key for what a renewal writes beside the old pairs? */
export function checkKeyRoom(look: LookAtDevices): Check {
  return {
    name: 'room',
    run: async () =>
      perToken(await look(), (token) => judgeRoom(token.freeBytes, certificatesByUse(token).encryption.length > 0)),
  }
}
