import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Language } from '../../shared/language.ts'
import type { DiagnosticsPackage, PackageEntry } from '../../shared/ipc/models-diagnostics.ts'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import type { Publish } from '../ipc/publish.ts'
import type { Log } from '../logging/log.ts'
import { collect, type Entry } from './collect.ts'
import type { Source } from './ports.ts'
import { readme } from './readme.ts'
import { spokenCode } from './spoken-code.ts'
import { packageTexts } from './texts.ts'
import { zip } from './zip.ts'

export interface DiagnosticsCases {
  /** Collects and masks everything, and keeps the package for five minutes. Never fails for a section. */
  readonly prepareDiagnostics: () => Promise<DiagnosticsPackage>
  /** Writes the very package that was shown. Codes diagnostics.expired, diagnostics.saveFailed. */
  readonly saveDiagnostics: (code: string) => Promise<{ readonly saved: boolean; readonly fileName?: string }>
  /** Shows the file that was saved last under this code, and no other. Code diagnostics.fileGone. */
  readonly showDiagnostics: (code: string) => void
}

export interface DiagnosticsParts {
  readonly sources: readonly Source[]
  readonly version: string
  readonly redact: (text: string) => string
  readonly log: Pick<Log, 'info' | 'failure'>
  readonly publish: Publish
  /** Asks where to save; nothing when the user cancels. */
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  readonly language: () => Language
  /** Opens the folder of a file in the system's own program. */
  readonly showFile: (path: string) => void
  readonly now?: () => Date
  /** How long a package is kept, in ms, where it is not as usual. */
  readonly keptMs?: number
}

interface Kept {
  readonly code: string
  readonly content: Uint8Array
  readonly createdAt: Date
}

const usualKeptMs = 5 * 60_000
/** Of each file, in characters. */
const longestPreview = 60_000

export function createDiagnosticsCases(parts: DiagnosticsParts): DiagnosticsCases {
  const { log, now = () => new Date() } = parts
  const kept = createKeeper(parts.keptMs ?? usualKeptMs)
  let saved: { readonly code: string; readonly path: string } | undefined
  return {
    prepareDiagnostics: async () => {
      const entries = await collectEntries(parts)
      const code = spokenCode(entries)
      const createdAt = now()
      const first = {
        file: 'README.txt',
        text: readme({ code, createdAt, version: parts.version, entries, language: parts.language() }),
      }
      const content = await zip([first, ...entries], createdAt)
      kept.keep({ code, content, createdAt })
      log.info(`diagnostics: ${entries.length} files, ${content.length} bytes`)
      return { code, bytes: content.length, entries: entries.map(preview) }
    },
    saveDiagnostics: async (code) => {
      const { content, createdAt } = kept.take(code)
      const path = await parts.chooseSavePath(suggestName(parts.language(), code, createdAt))
      if (path === undefined) return { saved: false }
      await write(path, content)
      saved = { code, path }
      return { saved: true, fileName: basename(path) }
    },
    showDiagnostics: (code) => {
      if (saved?.code !== code || !existsSync(saved.path)) throw new AppError('diagnostics.fileGone')
      parts.showFile(saved.path)
    },
  }
}

function collectEntries({ sources, redact, log, publish }: DiagnosticsParts): Promise<readonly Entry[]> {
  return collect(sources, {
    redact,
    collected: (section, isFailed) => publish('diagnostics:collected', { section, isFailed }),
    failed: (section, failure, error) => log.failure(`diagnostics ${section}`, failure, error),
  })
}

/** One package at a time, for so long. */
function createKeeper(keptMs: number) {
  let kept: Kept | undefined
  let timer: NodeJS.Timeout | undefined
  return {
    keep: (made: Kept) => {
      clearTimeout(timer)
      kept = made
      timer = setTimeout(() => (kept = undefined), keptMs).unref()
    },
    take: (code: string): Kept => {
      if (kept?.code !== code) throw new AppError('diagnostics.expired')
      return kept
    },
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  try {
    await writeSafely(path, content)
  } catch (cause) {
    throw new AppError('diagnostics.saveFailed', { cause })
  }
}

function suggestName(language: Language, code: string, createdAt: Date): string {
  const day = [createdAt.getFullYear(), createdAt.getMonth() + 1, createdAt.getDate()]
  return `${packageTexts[language].fileName}-${day.map((part) => String(part).padStart(2, '0')).join('-')}-${code}.zip`
}

function preview({ section, file, text, failure }: Entry): PackageEntry {
  const isShortened = text.length > longestPreview
  return {
    ...{ section, file, bytes: Buffer.byteLength(text), isShortened },
    text: isShortened ? text.slice(-longestPreview).toWellFormed() : text,
    ...(failure === undefined ? {} : { failure }),
  }
}
