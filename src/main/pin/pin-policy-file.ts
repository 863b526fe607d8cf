import file from '../../../resources/pin-policy.json' with { type: 'json' }
import { PinPolicyModel } from '../../shared/ipc/models-pin.ts'
import type { PinPolicy } from '../../shared/pin-policy.ts'

/** The rules in resources/pin-policy.json, which is part of the program. */
export function readPinPolicy(): PinPolicy {
  return PinPolicyModel.parse(file)
}
