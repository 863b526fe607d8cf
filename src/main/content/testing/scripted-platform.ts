/** For tests: a platform that has one file, and can be told to cut it off, to hold it back, and to replace it. */
import { createHash } from 'node:crypto'
import type { DownloadItem } from '../../../shared/ipc/models-content.ts'
import { AppError } from '../../app-error.ts'
import type { OpenedOctets, WantedOctets } from '../ports.ts'

export interface ScriptedPlatform {
  readonly openDownload: (wanted: WantedOctets) => Promise<OpenedOctets>
  /** Everything that was asked for: from where, and by which tag. */
  readonly asked: { readonly from: number; readonly etag: string | undefined }[]
  /** How many octets were given, over all calls. */
  readonly given: () => number
  readonly item: () => DownloadItem
  readonly replace: (content: Uint8Array) => void
  /** The next call gives so many octets and then fails with this code; none: it waits until it is given up. */
  readonly stopAfter: (octets: number, code?: 'platform.unreachable' | 'platform.timeout') => void
  /** Lists another hash than the file has. */
  readonly lie: () => void
  /** Gives no tag, or a 416 where something is here already. */
  readonly oddity: { tagless?: boolean; refusesRest?: boolean }
}

const chunk = 1000

export function createScriptedPlatform(first: Uint8Array): ScriptedPlatform {
  let content = first
  let listedHash: string | undefined
  let given = 0
  let stop: { readonly after: number; readonly code?: 'platform.unreachable' | 'platform.timeout' } | undefined
  const asked: { from: number; etag: string | undefined }[] = []
  const oddity: { tagless?: boolean; refusesRest?: boolean } = {}
  const etagOf = () => `"${hash(content)}"`

  async function* octets(from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const mine = stop
    stop = undefined
    const end = Math.min(content.length, mine === undefined ? content.length : from + mine.after)
    for (let at = from; at < end; at += chunk) {
      const part = content.subarray(at, Math.min(at + chunk, end))
      given += part.length
      yield part
      await Promise.resolve()
      if (signal.aborted) throw new AppError('platform.cancelled')
    }
    if (mine?.code !== undefined) throw new AppError(mine.code)
    if (mine !== undefined) await aborted(signal)
  }

  return {
    asked,
    oddity,
    given: () => given,
    item: () => {
      const sha256 = listedHash ?? hash(content)
      const words = { id: 'd-1', name: '文件', fileName: '文件.bin', updatedAt: '2026-11-23T08:00:00.000Z' }
      return { ...words, size: content.length, sha256 }
    },
    replace: (next) => {
      content = next
    },
    stopAfter: (after, code) => {
      stop = code === undefined ? { after } : { after, code }
    },
    lie: () => {
      listedHash = 'ab'.repeat(32)
    },
    openDownload: ({ from, etag, signal }) => {
      asked.push({ from, etag })
      const own = oddity.tagless === true ? undefined : etagOf()
      const isRest = from > 0 && etag === etagOf()
      if (from > 0 && (oddity.refusesRest === true || (isRest && from >= content.length))) {
        return Promise.resolve({ kind: 'nothing-there' })
      }
      return Promise.resolve({ kind: isRest ? 'rest' : 'whole', etag: own, octets: octets(isRest ? from : 0, signal) })
    },
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = (): void => reject(new AppError('platform.cancelled'))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
  })
}

function hash(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex')
}
