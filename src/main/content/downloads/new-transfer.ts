import { randomUUID } from 'node:crypto'
import type { DownloadItem } from '../../../shared/ipc/models-content.ts'
import { partOf } from './finish.ts'
import { makeEmpty, takeFreeName } from './free-name.ts'
import type { TransferRecord } from './record.ts'
import { sizeOf } from './run-transfer.ts'
import { storing } from './storing.ts'

/** Takes a name beside which nothing is yet, for the file and for its part. Codes of storing. */
export async function newTransfer(item: DownloadItem, platform: string, chosen: string): Promise<TransferRecord> {
  const path = await storing(() => takeFreeName(chosen, reserve))
  const { id: downloadId, sha256, size } = item
  return { id: randomUUID(), platform, downloadId, sha256, size, path, isDone: false }
}

async function reserve(path: string): Promise<string> {
  if ((await sizeOf(path)) !== undefined) throw Object.assign(new Error('taken'), { code: 'EEXIST' })
  await makeEmpty(partOf(path))
  return path
}
