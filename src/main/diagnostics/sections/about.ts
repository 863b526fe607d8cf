import { arch, release, totalmem, version as osVersion } from 'node:os'

interface Program {
  readonly version: string
  readonly mode: 'demo' | 'real'
}

/** Versions of everything that the program runs on; as numbers where redaction would take them for a secret. */
export function describeProgram({ version, mode }: Program, now: Date): unknown {
  const { electron, chrome, node, v8 } = process.versions as Partial<Record<string, string>>
  return {
    program: version,
    mode,
    electron,
    chromium: partsOf(chrome),
    node,
    v8: partsOf(v8),
    system: { platform: process.platform, release: partsOf(release()), name: osVersion(), arch: arch() },
    memoryMb: Math.round(totalmem() / (1 << 20)),
    programArch: process.arch,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    uptimeSeconds: Math.round(process.uptime()),
    at: now.toISOString(),
  }
}

/** `10.0.26100` as [10, 0, 26100]. */
function partsOf(version: string | undefined): readonly (string | number)[] | undefined {
  return version?.split(/[.-]/).map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part))
}
