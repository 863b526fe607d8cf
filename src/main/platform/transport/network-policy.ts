/** How the platform may be reached; asked for at every call, so that a change of the settings holds at once. */

export interface TlsPolicy {
  /** PEM; the whole list of trusted roots, instead of Node's own. */
  readonly certificateAuthorities?: readonly string[] | undefined
  /** Base64 SHA-256 of a SubjectPublicKeyInfo (RFC 7469, 2.4); one of them must be in the verified chain. None: no pin. */
  readonly pins: readonly string[]
}

export type ProxySetting =
  /** `system`: as the system says for each address. `none`: always directly. */
  { readonly mode: 'system' | 'none' } | { readonly mode: 'manual'; readonly proxy: ProxyChoice }

export type ProxyChoice = { readonly kind: 'direct' } | Proxy

export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks4' | 'socks5'
  /** IPv6 in brackets. */
  readonly host: string
  readonly port: number
}

export interface NetworkPolicy {
  /** The one origin (`http://host:port`) that may be spoken to without encryption, because the user has said so. */
  readonly approvedPlainOrigin?: string | undefined
  readonly tls: TlsPolicy
  readonly proxy: ProxySetting
  /** The system's network stack does it all, with its own proxies and their log-ins. */
  readonly useSystemNetwork: boolean
}

export const directPolicy: NetworkPolicy = { tls: { pins: [] }, proxy: { mode: 'none' }, useSystemNetwork: false }
