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

interface Stop {
  readonly after: number
  readonly code?: 'platform.unreachable' | 'platform.timeout'
}

export function createScriptedPlatform(first: Uint8Array): ScriptedPlatform {
  let content = first
  let listedHash: string | undefined
  let given = 0
  let stop: Stop | undefined
  const asked: { from: number; etag: string | undefined }[] = []
  const oddity: { tagless?: boolean; refusesRest?: boolean } = {}
  const answer = ({ from, etag, signal }: WantedOctets): OpenedOctets => {
    const own = `"${hash(content)}"`
    const isRest = from > 0 && etag === own
    if (from > 0 && (oddity.refusesRest === true || (isRest && from >= content.length)))
      return { kind: 'nothing-there' }
    const mine = stop
    stop = undefined
    const octets = send(content, { from: isRest ? from : 0, stop: mine, signal, note: (count) => (given += count) })
    return { kind: isRest ? 'rest' : 'whole', etag: oddity.tagless === true ? undefined : own, octets }
  }
  return {
    ...{ asked, oddity, given: () => given },
    item: () => {
      const sha256 = listedHash ?? hash(content)
      const words = { id: 'd-1', name: '文件', fileName: '文件.bin', updatedAt: '2026-11-23T08:00:00.000Z' }
      return { ...words, size: content.length, sha256 }
    },
    replace: (next) => void (content = next),
    stopAfter: (after, code) => void (stop = code === undefined ? { after } : { after, code }),
    lie: () => void (listedHash = 'ab'.repeat(32)),
    openDownload: (wanted) => {
      asked.push({ from: wanted.from, etag: wanted.etag })
      return Promise.resolve(answer(wanted))
    },
  }
}

interface Sending {
  readonly from: number
  readonly stop: Stop | undefined
  readonly signal: AbortSignal
  readonly note: (octets: number) => void
}

async function* send(content: Uint8Array, { from, stop, signal, note }: Sending): AsyncGenerator<Uint8Array> {
  const end = Math.min(content.length, stop === undefined ? content.length : from + stop.after)
  for (let at = from; at < end; at += chunk) {
    const part = content.subarray(at, Math.min(at + chunk, end))
    note(part.length)
    yield part
    await Promise.resolve()
    if (signal.aborted) throw new AppError('platform.cancelled')
  }
  if (stop?.code !== undefined) throw new AppError(stop.code)
  if (stop !== undefined) await aborted(signal)
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
