import type { System } from '../target.ts'

/** What is made in one run of electron-builder, for both architectures. */
export interface Product {
  readonly system: System
  /** electron-builder's name of the target. */
  readonly kind: 'dir' | 'deb' | 'rpm' | 'AppImage' | 'nsis' | 'zip'
  /** The programs that it takes, each with the Debian package that brings it. */
  readonly tools: Readonly<Record<string, string>>
}

const sevenZip = { '7zz': '7zip' }

export const products: readonly Product[] = [
  { system: 'linux', kind: 'dir', tools: {} },
  { system: 'linux', kind: 'deb', tools: { 'dpkg-deb': 'dpkg', 'desktop-file-validate': 'desktop-file-utils' } },
  { system: 'linux', kind: 'rpm', tools: { rpmbuild: 'rpm' } },
  {
    ...{ system: 'linux', kind: 'AppImage' },
    tools: { mksquashfs: 'squashfs-tools', 'desktop-file-validate': 'desktop-file-utils' },
  },
  { system: 'win', kind: 'dir', tools: { osslsigncode: 'osslsigncode', openssl: 'openssl' } },
  { system: 'win', kind: 'nsis', tools: { ...sevenZip, makensis: 'nsis', osslsigncode: 'osslsigncode' } },
  { system: 'mac', kind: 'dir', tools: {} },
  { system: 'mac', kind: 'zip', tools: sevenZip },
]
