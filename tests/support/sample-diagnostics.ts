import { sectionNames, type SectionName } from '../../src/shared/diagnostics/section-names.ts'
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { DiagnosticsPackage, PackageEntry } from '../../src/shared/ipc/models-diagnostics.ts'
import type { Answers } from './fake-desktop.ts'

function sampleEntry(section: SectionName, changes: Partial<PackageEntry> = {}): PackageEntry {
  const text = `{\n  "section": "${section}"\n}\n`
  return { section, file: `${section}.json`, bytes: text.length, text, isShortened: false, ...changes }
}

const line = '2026-11-26T18:40:01.123Z info  [a1b2c3d4] platform GET /service 200 in 41 ms'

export function samplePackage(changes: Partial<DiagnosticsPackage> = {}): DiagnosticsPackage {
  const plain = sectionNames
    .filter((section) => section !== 'log' && section !== 'renewals')
    .map((one) => sampleEntry(one))
  const renewal = sampleEntry('renewals', { file: 'journal/2026-11-20-5e0e8c5c.json' })
  const log = sampleEntry('log', {
    file: 'log/main.log',
    bytes: 1 << 20,
    isShortened: true,
    text: `${line}\n`.repeat(40),
  })
  return { code: '483920', bytes: 61_440, entries: [...plain, renewal, log], ...changes }
}

type DiagnosticsChannel = Extract<Channel, `diagnostics:${string}`>

/** Like main: what was set stays. */
export function diagnosticsAnswers(): Pick<Answers, DiagnosticsChannel> {
  let isDetailed = false
  return {
    'diagnostics:prepare': () => ({ ok: true, value: samplePackage() }),
    'diagnostics:save': ({ code }) => ({ ok: true, value: { saved: true, fileName: `诊断包-2026-11-26-${code}.zip` } }),
    'diagnostics:show-folder': () => ({ ok: true, value: { isShown: true } }),
    'diagnostics:log-detail': () => ({ ok: true, value: { isDetailed } }),
    'diagnostics:detail-log': (asked) => {
      isDetailed = asked.isDetailed
      return { ok: true, value: { isDetailed } }
    },
  }
}
