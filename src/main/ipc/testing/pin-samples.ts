/** The part of the samples that is about PINs. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type PinChannel = Extract<Channel, `pin:${string}`>

export const pinInputs: { readonly [C in PinChannel]: Input<C> } = {
  'pin:policy': {},
  'pin:change': { tokenSerialNumber: 'A1', pin: '12345678', newPin: 'Kite-5927' },
  'pin:unblock': { tokenSerialNumber: 'A1', securityOfficerPin: '87654321', newPin: 'Kite-5927' },
}

export const pinOutputs: { readonly [C in PinChannel]: Output<C> } = {
  'pin:policy': { minLength: 6, requiredClasses: ['digit', 'upper'], knownPins: ['123456'] },
  'pin:change': { isProven: true },
  'pin:unblock': { isProven: true },
}
