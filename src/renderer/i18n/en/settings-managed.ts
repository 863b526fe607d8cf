import type { managed as zh } from '../zh-CN/settings-managed.ts'
import type { English } from './english.ts'

export const managed: English<typeof zh> = {
  title: 'Settings of your organisation',
  hint: 'What your administrator has set for this computer. It is read once, when the program opens.',
  none: 'Nothing of it can be used.',
  source: { file: 'File {{place}}', registry: 'Registry {{place}}' },
  locked: 'Set by your administrator',
  free: 'Default, can be changed',
  reason: 'Set by your administrator; it cannot be changed here.',
  keys: {
    platformAddress: 'Address of the platform',
    rootCertificate: 'Root certificate of the organisation',
    pins: 'Key fingerprints of the platform',
    proxy: 'Proxy',
    useSystemNetwork: "The system's network settings",
    modules: 'USB Key drivers',
    trustedAuthorities: 'Trusted authorities',
    updateAddress: 'Address for updates',
    language: 'Language',
    reminders: 'Reminders',
    staysInBackground: 'Stay in the tray when the window is closed',
  },
  problems: 'Not used; please pass this on to IT:',
  problem: '{{key}}: {{fault}} ({{kind}})',
  fault: {
    unknown: 'there is no such name',
    invalid: 'its value cannot be used',
    file: 'the file it names cannot be used',
  },
  kind: { file: 'file', registry: 'registry' },
}
