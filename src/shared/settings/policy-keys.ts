/** What an administrator can set for everybody who uses a computer, in the order in which it is shown. */
export const policyKeys = [
  'platformAddress',
  'rootCertificate',
  'pins',
  'proxy',
  'useSystemNetwork',
  'modules',
  'trustedAuthorities',
  'updateAddress',
  'language',
  'reminders',
  'staysInBackground',
] as const
export type PolicyKey = (typeof policyKeys)[number]

/**
 * Why a key of the administrator is not used. `unknown`: there is no such key. `invalid`: its value cannot be used.
 * `file`: the file that it names is missing, is no such certificate, or may be changed by others.
 */
export const policyFaults = ['unknown', 'invalid', 'file'] as const
export type PolicyFault = (typeof policyFaults)[number]
