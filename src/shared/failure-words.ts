import type { PinRule } from './pin-policy.ts'

/** Words that a failure brings along as `details.tls` or `details.reason`; each has a sentence in the renderer's i18n. */

/** Which check of the platform's certificate failed. */
export type TlsFault =
  'expired' | 'not-yet-valid' | 'self-signed' | 'unknown-issuer' | 'host-name' | 'revoked' | 'certificate' | 'protocol'

/** What a proxy did instead of letting the request through; `unresolved`: nobody could say which one to use. */
export type ProxyFault = 'unreachable' | 'auth' | 'refused' | 'gateway' | 'tls' | 'protocol' | 'unresolved'

/** Why an address of the platform was not taken. */
export type AddressFault =
  'empty' | 'malformed' | 'scheme' | 'plain-http' | 'credentials' | 'query' | 'fragment' | 'api-version'

/** Why a file was not taken as the root certificate. */
export type RootFault = 'unreadable' | 'several' | 'not-ca' | 'expired' | 'not-yet-valid'

/** Why a file was not taken as a trusted authority. `known`: it is trusted already. */
export type AuthorityFault = RootFault | 'may-not-sign' | 'bad-signature' | 'known'

/** Why the address of a proxy was not taken. */
export type ProxyAddressFault = 'empty' | 'malformed' | 'scheme' | 'credentials'

/** Why a file with a newer table was not taken. */
export type ResourceFault = 'no-key' | 'unreadable' | 'signature' | 'content' | 'older'

/** Why a library cannot be loaded by this program. */
export type LibraryMisfit = 'bits-32' | 'cpu' | 'system'

/** Why a driver is not started any more by itself. */
export type QuarantineReason = 'crashed' | 'hung' | 'repeated'

/** Which way the computer's clock is wrong: it shows a later or an earlier time than the platform. */
export type ClockFault = 'ahead' | 'behind'

/** Why a name got no address; `offline`: this computer is in no network at all. */
export type NameFault = 'unknown-name' | 'no-resolver' | 'timeout' | 'offline'

/** How the connection to a host ended before anything was said. */
export type ConnectionFault = 'refused' | 'timeout' | 'unreachable' | 'closed'

/** Why a key's device file cannot be used: no right to it, or there is none. */
export type DeviceFault = 'denied' | 'absent'
/** What of this computer's programs could not be looked at. */
export type UnseenPrograms = 'processes' | 'services' | 'listeners' | 'installed' | 'other-users'

/** Why the program asks no other one to end. `gone`: it is not known any more which one was meant. */
export type EndRefusal = 'other-user' | 'gone'

/** Why a feed of updates is not believed. `no-key`: this program knows nobody who may sign one. */
export type FeedSignatureFault = 'no-key' | 'missing' | 'wrong'

/** The words by the code that they come with. */
export interface FailureWords {
  readonly 'pin.refused': PinRule
  readonly 'platform.tls': TlsFault
  readonly 'platform.proxy': ProxyFault
  readonly 'platform.addressInvalid': AddressFault
  readonly 'update.addressInvalid': AddressFault
  readonly 'update.tls': TlsFault
  readonly 'update.signature': FeedSignatureFault
  readonly 'settings.rootInvalid': RootFault
  readonly 'trust.authorityInvalid': AuthorityFault
  readonly 'settings.proxyInvalid': ProxyAddressFault
  readonly 'resource.refused': ResourceFault
  readonly 'token.moduleWrongArchitecture': LibraryMisfit
  readonly 'token.quarantined': QuarantineReason
  readonly 'renewal.clockSkew': ClockFault
  readonly 'environment.clockOff': ClockFault
  readonly 'environment.nameUnresolved': NameFault
  readonly 'environment.connectionFailed': ConnectionFault
  readonly 'environment.deviceRights': DeviceFault
  readonly 'environment.conflictsUnreadable': UnseenPrograms
  readonly 'environment.programNotEndable': EndRefusal
}
