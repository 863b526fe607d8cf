import type { Settings } from '../../../shared/ipc/models.ts'

/** How the program is set up. An account that is remembered is told as a fact, not by its name. */
export function describeSetup({ platformAddress, modules, rememberedAccount, connection, managed }: Settings): unknown {
  const { approvedPlainOrigin, rootCertificate, pins, proxy, useSystemNetwork } = connection
  return {
    platformAddress,
    approvedPlainOrigin,
    hasRootCertificate: rootCertificate !== undefined,
    rootCertificateEnds: rootCertificate?.notAfter,
    pinnedKeys: pins.length,
    proxy: { mode: proxy.mode, address: proxy.address?.replace(/^.*@/, '') },
    useSystemNetwork,
    modules,
    remembersAccount: rememberedAccount !== undefined,
    administrator: managed,
  }
}
