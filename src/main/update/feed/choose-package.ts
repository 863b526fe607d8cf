import type { InstallationKind } from '../ports.ts'
import type { PackageEntry } from './feed-content.ts'

const extensions: Readonly<Record<InstallationKind, string>> = {
  nsis: '.exe',
  appimage: '.AppImage',
  deb: '.deb',
  rpm: '.rpm',
}

/** How names of packages say which processor they are for. */
const cpuWords: Readonly<Record<string, readonly string[]>> = {
  x64: ['x64', 'amd64', 'x86_64'],
  arm64: ['arm64', 'aarch64'],
}

/** The package for this kind of installation and this processor; one that names another processor is not for us. */
export function choosePackage(
  files: readonly PackageEntry[],
  { kind, cpu }: { readonly kind: InstallationKind; readonly cpu: string },
): PackageEntry | undefined {
  const fitting = files.filter(({ url }) => url.endsWith(extensions[kind]))
  const own = fitting.find(({ url }) => names(url, cpu))
  return own ?? fitting.find(({ url }) => !Object.keys(cpuWords).some((other) => names(url, other)))
}

function names(url: string, cpu: string): boolean {
  return (cpuWords[cpu] ?? [cpu]).some((word) => new RegExp(`(?:^|[^a-z0-9])${word}(?:[^a-z0-9]|$)`, 'i').test(url))
}
