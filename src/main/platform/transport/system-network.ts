import type { TlsPolicy } from './network-policy.ts'

/** What the system knows about the network; Electron's session in the program. */
export interface SystemNetwork {
  /** The proxies for an address, as a PAC script says it: `PROXY a:1; DIRECT`. */
  readonly resolveProxy: (url: string) => Promise<string>
  /** The system's network stack, with its proxies and their log-ins, holding to this policy. */
  readonly fetch: (policy: TlsPolicy) => typeof globalThis.fetch
}
