import { readExactCertificate } from '../../../x509/certificate.ts'
import { readExportedKey } from '../layout/public-key.ts'
import { exportPublicKey, openContainer } from '../native/containers.ts'
import { skfCodeOf } from '../skf-errors.ts'
import { quietly } from './devices.ts'
import type { Place } from './places.ts'
import type { KnownContainer, SkfState } from './skf-state.ts'

/**
 * A second opinion on the width of ULONG, besides the size of DEVINFO: a public key that the token tells. Native calls:
 * 3, once per device, where a container with an SM2 certificate was listed; a token without one has no second opinion.
 */
export function proveWidth({ calls }: SkfState, { device, application }: Place): void {
  if (device.provenWidth !== undefined || !calls.has('SKF_ExportPublicKey')) return
  const listed = [...(application.containers?.values() ?? [])].find(holdsSm2Key)
  if (listed === undefined) return
  try {
    const container = openContainer(calls, application.handle, listed.name)
    try {
      const blob = exportPublicKey(calls, container, 'signing')
      device.provenWidth = blob === undefined ? undefined : readExportedKey(blob)?.ulongOctets
    } finally {
      quietly(() => calls.ask('SKF_CloseContainer', container))
    }
  } catch (thrown) {
    // No opinion is no contradiction; a device that is gone is told by the next call.
    if (skfCodeOf(thrown) === undefined) throw thrown
  }
}

function holdsSm2Key({ certificates: { signing } }: KnownContainer): boolean {
  return signing !== undefined && readExactCertificate(signing)?.publicKey.algorithm === 'sm2'
}
