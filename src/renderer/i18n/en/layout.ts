import type { layout as zh } from '../zh-CN/layout.ts'
import type { English } from './english.ts'

export const layout: English<typeof zh> = {
  product: 'CA User Tool',
  logo: 'CA',
  navigation: 'Main navigation',
  pages: {
    certificates: 'My certificates',
    renewal: 'Renew and repair',
    'platform-certificates': 'On the platform',
    orders: 'My orders',
    seals: 'Electronic seals',
    environment: 'Environment check',
    help: 'Help',
    settings: 'Settings',
  },
  account: {
    label: 'Account',
    nobody: 'Not logged in',
    missing: 'No platform set',
    login: 'Log in',
    logout: 'Log out',
    plain: 'Platform not encrypted',
    plainMeaning: 'Passwords and codes may be seen by people in the same network.',
    policy: 'Settings of your organisation not used',
    policyMeaning: 'The platform address is now {{address}}; check it before you type a password.',
    policySeeSettings: 'The settings say why.',
  },
  token: {
    label: 'State of the USB Key',
    reading: 'Reading',
    noModule: 'No driver set',
    failed: 'Driver trouble',
    absent: 'No USB Key found',
    unread: 'USB Key not read',
    'driver-missing': 'Driver missing',
    'driver-32-bit': '32-bit driver',
    'in-use': 'Opened by another program',
    'unknown-key': 'Unknown device',
    present: 'USB Key plugged in · card {{cardNumber}}',
    several: '{{count}} USB Keys plugged in',
  },
}
