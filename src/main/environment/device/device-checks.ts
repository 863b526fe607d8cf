import type { Check } from '../check.ts'
import { checkCertificate } from './check-certificate.ts'
import { checkKeyRoom } from './check-key-room.ts'
import { checkPinTries } from './check-pin-tries.ts'
import { checkSeveralKeys } from './check-several-keys.ts'
import { checkSigningKey } from './check-signing-key.ts'
import { checkUsbKey } from './check-usb-key.ts'
import type { LookAtDevices } from './device-look.ts'

/** 设备: the key and what is on it. */
export function createDeviceChecks(look: LookAtDevices): readonly Check[] {
  return [checkUsbKey, checkSeveralKeys, checkCertificate, checkSigningKey, checkKeyRoom, checkPinTries].map((check) =>
    check(look),
  )
}
