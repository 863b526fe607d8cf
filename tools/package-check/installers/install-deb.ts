import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complaintOf } from './run.ts'

/** Why a deb cannot be installed here, or nothing. */
export function whyNotInstallable(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can install a deb'
  const canMount = complaintOf('unshare', ['--mount', 'true']).length === 0
  return canMount ? undefined : 'no mount namespaces here'
}

/** Installs it, starts its stub and purges it, on an overlay of this machine: nothing of it stays. */
export function inspectInstalling(deb: string): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'install-deb-'))
  try {
    const script = join(import.meta.dirname, 'install-deb.sh')
    return complaintOf('unshare', ['--mount', 'sh', script, deb, place, process.execPath])
  } finally {
    rmdirSync(place)
  }
}
