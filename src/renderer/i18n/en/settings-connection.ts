import type { connection as zh } from '../zh-CN/settings-connection.ts'
import type { English } from './english.ts'
import { connection as source } from '../zh-CN/settings-connection.ts'

export const connection: English<typeof zh> = {
  platform: {
    title: 'Certificate platform',
    address: 'Address of the platform',
    hint: 'An address that begins with https:// is encrypted. Please ask the platform’s support for it.',
    empty: 'Leave it empty to use no platform; certificates can still be looked at.',
    hints: '$t(settings:platform.hint) $t(settings:platform.empty)',
    /** An address is the same in every language. */
    manualAddress: source.platform.manualAddress,
    manualHint: 'The address in the manual is {{address}}, which is not encrypted.',
    useManual: 'Fill in the manual’s address',
    notAddress: 'Please fill in a whole address, such as https://ca.example.com.',
    notApproved:
      'This address is not encrypted. Please use one that begins with https://, or tick the agreement above first.',
    hasCredentials: 'The address must not contain an account or a password.',
    save: 'Save the address',
    saved: 'The address of the platform was saved.',
    fixed: 'The demonstration uses the program’s own platform; the address cannot be changed.',
    state: {
      encrypted: 'Encrypted',
      privateRoot: 'Encrypted, with the organisation’s own root certificate',
      local: 'On this computer',
      plain: 'Not encrypted',
    },
  },
  plain: {
    title: 'This address is not encrypted',
    read: 'People in the same network can see the account, the password and the SMS codes.',
    changed:
      'What is sent may be changed on the way; in a repair of an expired certificate the program can only notice that once it has the new certificate.',
    kept: 'The PIN of the USB Key and private keys never go through the network, and the program saves no password.',
    better:
      'Please ask the platform’s support for an address that begins with https:// first, and use this one only if there is none.',
    approve: 'I understand these risks and agree to connect to {{origin}} without encryption',
  },
  connection: {
    title: 'Advanced connection settings',
    hint: 'Root certificate, key fingerprints and proxy: usually nothing to change. Please follow your IT department or the platform’s support.',
    open: 'Show',
    close: 'Hide',
    save: 'Save the connection settings',
    saved: 'The connection settings were saved and are used from the next connection on.',
  },
  root: {
    label: 'The organisation’s own root certificate',
    none: 'Not set; the public root certificates are used.',
    hint: 'Once set, only platform certificates issued under it are trusted, and the public ones are no longer used.',
    subject: 'Authority',
    notAfter: 'Valid until',
    choose: 'Choose a root certificate file',
    replace: 'Choose another root certificate file',
    remove: 'Remove the root certificate',
  },
  pins: {
    label: 'Key fingerprints of the platform',
    hint: 'SHA-256 of the platform’s public key, 44 characters of Base64, one a line. If filled in, only a platform with one of these keys is connected to; empty means any.',
  },
  proxy: {
    label: 'Proxy',
    system: 'As the system is set',
    none: 'No proxy',
    manual: 'By hand',
    address: 'Address of the proxy',
    example: 'Such as proxy.example.com:8080',
  },
  systemNetwork: {
    use: 'Use the system’s network (when the proxy needs a login)',
    hint: 'The system makes the connection and logs in to the proxy; the proxy setting above is not used then. Root certificate and key fingerprints still apply.',
  },
}
