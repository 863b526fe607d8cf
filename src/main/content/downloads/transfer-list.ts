import { basename } from 'node:path'
import type { Failure } from '../../../shared/failure.ts'
import type { Transfer } from '../../../shared/ipc/models-transfers.ts'
import { partOf } from './finish.ts'
import type { TransferRecord, TransferRecords } from './record.ts'
import { sizeOf } from './run-transfer.ts'

/** A transfer as it stands, and what is at work for it. */
export interface Standing {
  readonly record: TransferRecord
  readonly received: number
  readonly state: Transfer['state']
  readonly failure?: Failure | undefined
}

export interface TransferList {
  /** Read from the disk when it is first asked for. */
  readonly all: () => Promise<readonly Standing[]>
  readonly find: (id: string) => Promise<Standing | undefined>
  /** Adds it, or puts it in the place of the one with its id. */
  readonly put: (standing: Standing) => void
  readonly drop: (id: string) => void
  /** Puts the records on the disk as they are now. */
  readonly save: () => Promise<void>
}

export function createTransferList(records: TransferRecords): TransferList {
  const list = new Map<string, Standing>()
  const load = async () => {
    for (const record of await records.read()) list.set(record.id, await standingOf(record))
  }
  let loading: Promise<void> | undefined
  const loaded = () => (loading ??= load())
  return {
    all: async () => {
      await loaded()
      return [...list.values()]
    },
    find: async (id) => {
      await loaded()
      return list.get(id)
    },
    put: (standing) => void list.set(standing.record.id, standing),
    drop: (id) => void list.delete(id),
    save: () => records.write([...list.values()].map(({ record }) => record)),
  }
}

/** What was not whole when the program ended waits until somebody wants it to go on. */
async function standingOf(record: TransferRecord): Promise<Standing> {
  if (record.isDone) return { record, received: record.size, state: 'done' }
  const received = Math.min((await sizeOf(partOf(record.path))) ?? 0, record.size)
  return { record, received, state: 'paused' }
}

export function toTransfer({ record, received, state, failure }: Standing): Transfer {
  const { id, downloadId, sha256, size, path } = record
  const shown = { id, downloadId, sha256, size, received, state, fileName: basename(path) }
  return failure === undefined ? shown : { ...shown, failure: { ...failure } }
}
