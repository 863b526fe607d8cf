import * as z from 'zod'
import { LanguageChoice } from '../../../shared/ipc/models-appearance.ts'
import type { PolicyKey } from '../../../shared/settings/policy-keys.ts'
import { parsePlatformAddress } from '../../platform/platform-address.ts'
import { parseProxyAddress } from '../../platform/transport/proxy-address.ts'
import { isPin } from '../../platform/transport/spki-pins.ts'

const longestText = 1000
const Text = z.string().trim().min(1).max(longestText)

/**
 * What each key may be. There is no key that switches a check off, and none can be written that does: an address without
 * encryption is refused here whatever a user has agreed to, since nobody can agree for somebody else.
 */
export const policyShapes = {
  platformAddress: Text.refine((address) => holds(() => parsePlatformAddress(address))),
  /** The path of a file, PEM or DER. */
  rootCertificate: Text,
  /** Base64 SHA-256 of public keys (RFC 7469, 2.4). */
  pins: listOf(Text.refine(isPin), 10),
  /** `system`, `none`, or `host:port`. */
  proxy: Text.refine((proxy) => proxy === 'system' || proxy === 'none' || holds(() => parseProxyAddress(proxy))),
  useSystemNetwork: z.boolean(),
  /** Paths of PKCS#11 modules; they are used besides those that the user has added and the program finds. */
  modules: listOf(Text, 20),
  /** Paths of files, PEM or DER, with one certificate each. */
  trustedAuthorities: listOf(Text, 50),
  updateAddress: Text.pipe(z.url({ protocol: /^https$/ })),
  language: LanguageChoice,
  reminders: z.boolean(),
  staysInBackground: z.boolean(),
} as const satisfies Readonly<Record<PolicyKey, z.ZodType>>

export type PolicyValues = { readonly [K in PolicyKey]?: z.output<(typeof policyShapes)[K]> }

/** One may stand without its brackets: a text of the registry is no list. */
function listOf(item: typeof Text, most: number) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(most))
}

function holds(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}
