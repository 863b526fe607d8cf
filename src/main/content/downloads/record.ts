import { mkdir } from 'node:fs/promises'
import * as z from 'zod'
import { dirname } from 'node:path'
import { DownloadItem } from '../../../shared/ipc/models-content.ts'
import { openShelf } from '../shelf.ts'

/** All that is needed to go on with a download after the program has ended. */
export const TransferRecord = DownloadItem.pick({ sha256: true, size: true }).extend({
  id: z.uuid(),
  platform: z.string(),
  downloadId: DownloadItem.shape.id,
  /** Where the file is, or will be. What has come so far is beside it: `.part`. */
  path: z.string().min(1),
  /** Strong; of the octets that are in the part. */
  etag: z.string().optional(),
  isDone: z.boolean(),
})
export type TransferRecord = Readonly<z.output<typeof TransferRecord>>

export interface TransferRecords {
  read(): Promise<readonly TransferRecord[]>
  write(records: readonly TransferRecord[]): Promise<void>
}

const mostRecords = 50

/** One file for all. Where it is lost, the parts are still there, and nothing but a download has to be made again. */
export function openTransferRecords(path: string, notKept: (error: unknown) => void): TransferRecords {
  const schema = z.array(TransferRecord)
  const shelf = openShelf({ path, platform: 'transfers', schema, most: 1, notKept })
  return {
    read: async () => (await shelf.get('all'))?.value ?? [],
    write: async (records) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(notKept)
      await shelf.put('all', { value: records.slice(-mostRecords), fetchedAt: new Date().toISOString() })
    },
  }
}
