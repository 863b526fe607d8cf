import { execFileSync } from 'node:child_process'
import { copyFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FpmRequest } from './arguments.ts'

const scripts = { '--after-install': 'postinst', '--after-remove': 'postrm' } as const

/** Makes the package by dpkg-deb, with the fields that fpm would write (Debian policy, chapter 5). */
export function makeDeb(request: FpmRequest, folder: string): void {
  const size = execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0] ?? ''
  const about = join(folder, 'DEBIAN')
  mkdirSync(about)
  writeFileSync(join(about, 'control'), controlFields(request, size))
  for (const [option, name] of Object.entries(scripts)) {
    const script = request.one(option)
    if (script === undefined) continue
    copyFileSync(script, join(about, name))
    chmodSync(join(about, name), 0o755)
  }
  // Fast instead of small: nobody loads this one down.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '-b', folder, request.needed('--package')])
}

function controlFields({ one, needed, all }: FpmRequest, sizeInKilobytes: string): string {
  const [synopsis = '', ...text] = needed('--description').split('\n')
  const fields: Readonly<Record<string, string | undefined>> = {
    Package: needed('--name'),
    Version: needed('--version'),
    License: one('--license'),
    Vendor: one('--vendor'),
    Architecture: needed('--architecture'),
    Maintainer: needed('--maintainer'),
    'Installed-Size': sizeInKilobytes,
    Depends: all('-d').join(', '),
    Recommends: all('--deb-recommends').join(', '),
    Section: one('--category') ?? 'default',
    Priority: one('--deb-priority'),
    Homepage: one('--url'),
    Description: [synopsis, ...text.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  }
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value = '']) => `${name}: ${value}\n`)
    .join('')
}
