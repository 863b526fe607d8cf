import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type CameraChannel = Extract<Channel, `camera:${string}`>

export const cameraInputs: { readonly [C in CameraChannel]: Input<C> } = { 'camera:open': {}, 'camera:close': {} }

export const cameraOutputs: { readonly [C in CameraChannel]: Output<C> } = {
  'camera:open': { isAllowed: true, system: 'windows' },
  'camera:close': { isClosed: true },
}
