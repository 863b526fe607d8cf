import { AppError } from '../../app-error.ts'
import type { ContentPlatform, OpenedOctets } from '../ports.ts'
import type { PartFile } from './part-file.ts'
import type { TransferRecord } from './record.ts'
import { storing } from './storing.ts'

interface Fetching {
  readonly platform: Pick<ContentPlatform, 'openDownload'>
  readonly record: Pick<TransferRecord, 'downloadId' | 'size' | 'etag'>
  readonly part: PartFile
  readonly signal: AbortSignal
  /** Keeps the tag of what is in the part from now on, before anything of it is written. */
  readonly keepTag: (etag: string | undefined) => Promise<void>
  readonly onProgress: (received: number) => void
}

/**
 * Fetches what is missing of a file into its part. It goes on where it was cut off only when the platform says by its tag
 * that it is the same file; else it begins again. Codes of a call, of storing, and content.hashMismatch.
 */
export async function fetchRest(fetching: Fetching): Promise<void> {
  const { record, part, onProgress } = fetching
  const here = await sizeToKeep(fetching)
  onProgress(here)
  if (here > 0 && here === record.size) return
  const { opened, from } = await openFrom(fetching, here)
  await storing(async () => {
    if (from !== here) await part.empty()
    await fetching.keepTag(opened.etag)
  })
  let received = from
  for await (const octets of opened.octets) {
    received += octets.length
    if (received > record.size) throw new AppError('content.hashMismatch')
    await storing(() => part.append(octets))
    onProgress(received)
  }
  if (received < record.size) throw new AppError('content.hashMismatch')
}

/** More than the file has belongs to another one, and so may what has no tag. */
async function sizeToKeep({ record, part }: Fetching): Promise<number> {
  const size = await storing(() => part.size())
  const isUsable = size <= record.size && (record.etag !== undefined || size === record.size)
  if (!isUsable) await storing(() => part.empty())
  return isUsable ? size : 0
}

type Octets = Exclude<OpenedOctets, { readonly kind: 'nothing-there' }>

async function openFrom(
  { platform, record: { downloadId, etag }, signal }: Fetching,
  here: number,
): Promise<{ readonly opened: Octets; readonly from: number }> {
  const first = await platform.openDownload({ downloadId, from: here, etag, signal })
  // The file ends before what is here does: it is another one.
  const opened =
    first.kind === 'nothing-there' && here > 0
      ? await platform.openDownload({ downloadId, from: 0, etag: undefined, signal })
      : first
  if (opened.kind === 'nothing-there') throw new AppError('platform.offContract', { details: { outcome: 'not-done' } })
  return { opened, from: opened.kind === 'rest' ? here : 0 }
}
