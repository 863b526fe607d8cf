import * as z from 'zod'
import type { ConnectionSettings } from '../../shared/ipc/models.ts'
import type { NetworkPolicy, ProxySetting } from '../platform/transport/network-policy.ts'
import { parseProxyAddress } from '../platform/transport/proxy-address.ts'
import { isPin } from '../platform/transport/spki-pins.ts'
import { describeRoot, isRootPem } from './root-certificate.ts'

const Proxy = z
  .object({ mode: z.enum(['system', 'none', 'manual']), address: z.string().optional() })
  .refine(({ mode, address }) => mode !== 'manual' || canBeProxy(address ?? ''))

/** How the platform is reached, as it is kept. Checked again when it is read: what is wrong in it must not go unseen. */
export const ConnectionFile = z.object({
  approvedPlainOrigin: z.string().optional(),
  /** PEM. */
  rootCertificate: z.string().refine(isRootPem).optional(),
  pins: z.array(z.string().refine(isPin)).default([]),
  proxy: Proxy.default({ mode: 'system' }),
  useSystemNetwork: z.boolean().default(false),
})
export type Connection = Readonly<z.output<typeof ConnectionFile>>

/** What holds as long as nothing else was chosen. */
export const usualConnection: Connection = ConnectionFile.parse({})

export function networkPolicy(connection: Connection = usualConnection): NetworkPolicy {
  const { approvedPlainOrigin, rootCertificate, pins, useSystemNetwork } = connection
  const certificateAuthorities = rootCertificate === undefined ? undefined : [rootCertificate]
  return { approvedPlainOrigin, tls: { certificateAuthorities, pins }, proxy: proxyOf(connection), useSystemNetwork }
}

function proxyOf({ proxy: { mode, address = '' } }: Connection): ProxySetting {
  return mode === 'manual' ? { mode, proxy: parseProxyAddress(address) } : { mode }
}

/** As the page shows it: of the root certificate what it is, not what it is made of. */
export function describeConnection(connection: Connection = usualConnection): ConnectionSettings {
  const { rootCertificate, pins, ...rest } = connection
  const root = rootCertificate === undefined ? undefined : describeRoot(rootCertificate)
  return { ...rest, pins: [...pins], ...(root === undefined ? {} : { rootCertificate: root }) }
}

function canBeProxy(address: string): boolean {
  try {
    parseProxyAddress(address)
    return true
  } catch {
    return false
  }
}
