import type { Arch } from '../target.ts'

const architectures = { x64: 'amd64', arm64: 'arm64' } as const

/** Fields of a binary package (Debian policy 5.3), as `dpkg-deb --field` prints them. */
export function judgeDebFields(text: string, { arch, version }: { arch: Arch; version: string }): readonly string[] {
  const values = new Map([...text.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]))
  const wanted: Readonly<Record<string, RegExp>> = {
    Package: /^cert-user-tool$/,
    Version: new RegExp(`^${version.replaceAll('.', '\\.')}$`),
    Architecture: new RegExp(`^${architectures[arch]}$`),
    Maintainer: /^.+ <.+@.+>$/,
    'Installed-Size': /^\d+$/,
    // electron-builder's own list: named in ours it would be replaced by what is named.
    Depends: /libgtk-3-0.*libnss3/,
    Recommends: /pcscd/,
    Description: /\w/,
  }
  return Object.entries(wanted)
    .filter(([name, pattern]) => !pattern.test(values.get(name) ?? ''))
    .map(([name]) => `${name} is ${values.get(name) ?? 'missing'}`)
}
