import type { Channel } from '../../shared/ipc/channels.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { UpdateCases } from '../update/update-cases.ts'

type UpdateHandlers = Pick<Handlers, Extract<Channel, `update:${string}`>>

export function updateHandlers({ updates }: { readonly updates: UpdateCases }): UpdateHandlers {
  return {
    'update:report': updates.report,
    'update:save-address': ({ address }) => updates.saveAddress(address),
    'update:look': updates.look,
    'update:download': updates.download,
    'update:stop': updates.stop,
    'update:put-off': updates.putOff,
    'update:install': updates.install,
  }
}
