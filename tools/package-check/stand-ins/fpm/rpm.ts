import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FpmRequest } from './arguments.ts'

/** Makes the package by rpmbuild, from files that lie where they shall be installed. */
export function makeRpm(request: FpmRequest, folder: string): void {
  const top = mkdtempSync(join(tmpdir(), 'stub-rpm-'))
  try {
    const specification = join(top, 'package.spec')
    writeFileSync(specification, specificationOf(request, folder))
    execFileSync('rpmbuild', [
      ...['-bb', '--quiet', '--target', `${cpuOf(request.needed('--architecture'))}-linux`],
      ...['--define', `_topdir ${top}`, '--define', `_rpmdir ${top}`, '--define', '_rpmfilename built.rpm'],
      specification,
    ])
    copyFileSync(join(top, 'built.rpm'), resolve(request.needed('--package')))
  } finally {
    rmSync(top, { recursive: true })
  }
}

/** fpm too takes Debian's word for a CPU. */
function cpuOf(architecture: string): string {
  return architecture === 'amd64' ? 'x86_64' : architecture
}

function specificationOf({ one, needed, all }: FpmRequest, folder: string): string {
  return `%define _binaries_in_noarch_packages_terminate_build 0
%define __os_install_post %{nil}
%define debug_package %{nil}
%define _binary_payload w1.gzdio
AutoReqProv: no
Name: ${needed('--name')}
Version: ${needed('--version').replaceAll('-', '_')}
Release: 1
Summary: ${one('--rpm-summary') ?? needed('--name')}
License: ${one('--license') ?? 'unknown'}
URL: ${needed('--url')}
Vendor: ${needed('--vendor')}
${all('-d')
  .map((name) => `Requires: ${name}\n`)
  .join('')}
%description
${needed('--description')}
%install
cp -a ${folder}/. %{buildroot}/
%post
${scriptOf(needed('--after-install'))}
%postun
${scriptOf(needed('--after-remove'))}
%files
${filesIn(folder)
  .map((file) => `"${file}"`)
  .join('\n')}
`
}

/** rpm runs it by its own shell, and reads % as the beginning of a macro. */
function scriptOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^#!.*\n/, '')
    .replaceAll('%', '%%')
}

function filesIn(folder: string): readonly string[] {
  const found = execFileSync('find', [folder, '(', '-type', 'f', '-o', '-type', 'l', ')', '-printf', '/%P\\n'])
  return found.toString().trim().split('\n')
}
