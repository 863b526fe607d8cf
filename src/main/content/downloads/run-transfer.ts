import { stat } from 'node:fs/promises'
import type { ContentPlatform } from '../ports.ts'
import { fetchRest } from './fetch-rest.ts'
import { finish, hashOf, partOf } from './finish.ts'
import type { MarkDownloaded } from './mark-of-the-web.ts'
import type { OpenPart } from './part-file.ts'
import type { TransferRecord } from './record.ts'
import { storing } from './storing.ts'

export interface RunParts {
  readonly platform: Pick<ContentPlatform, 'openDownload'>
  readonly openPart: OpenPart
  readonly markDownloaded: MarkDownloaded
}

interface Run {
  readonly record: TransferRecord
  readonly signal: AbortSignal
  readonly keepTag: (etag: string | undefined) => Promise<void>
  readonly onProgress: (received: number) => void
  readonly onCheck: () => void
}

/** Brings a file here, from where it was left. Answers with where it is. Codes of fetchRest and finish. */
export async function runTransfer({ platform, openPart, markDownloaded }: RunParts, run: Run): Promise<string> {
  const { record, onCheck } = run
  if (await isHereAlready(record)) return record.path
  const part = await storing(() => openPart(partOf(record.path)))
  try {
    await fetchRest({ ...run, platform, part })
  } finally {
    await storing(() => part.close())
  }
  onCheck()
  return finish(record, markDownloaded)
}

/** The program may have ended between the last step and its note. */
async function isHereAlready({ path, size, sha256 }: TransferRecord): Promise<boolean> {
  if ((await sizeOf(partOf(path))) !== undefined || (await sizeOf(path)) !== size) return false
  return (await hashOf(path).catch(() => undefined)) === sha256
}

/** Octets; undefined where there is no such file. */
export async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true ? found.size : undefined
}
