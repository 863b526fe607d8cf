import { rm } from 'node:fs/promises'
import type { DownloadItem } from '../../../shared/ipc/models-content.ts'
import type { Transfer } from '../../../shared/ipc/models-transfers.ts'
import { AppError } from '../../app-error.ts'
import type { CurrentPlatform } from '../ports.ts'
import { partOf } from './finish.ts'
import { newTransfer } from './new-transfer.ts'
import type { TransferRecords } from './record.ts'
import { createRunning } from './running.ts'
import { sizeOf, type RunParts } from './run-transfer.ts'
import { safeFileName } from './safe-file-name.ts'
import { createTransferList, toTransfer, type Standing } from './transfer-list.ts'

export interface TransferParts extends RunParts {
  readonly records: TransferRecords
  readonly current: Pick<CurrentPlatform, 'name'>
  readonly find: (downloadId: string) => Promise<DownloadItem | undefined>
  /** Asks where to save what this name suggests; nothing when the user cancels. */
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  /** Shows a file in its folder; it is never opened. */
  readonly showFile: (path: string) => void
  readonly publish: (transfers: Transfer[]) => void
  /** Told why one has stopped. */
  readonly stopped: (error: unknown) => void
}

export interface Transfers {
  /** Those of the platform that is configured now. */
  readonly list: () => Promise<Transfer[]>
  /** Goes on with what is here of this version, or asks where to save it. Codes platform.contentNotFound, those of storing. */
  readonly start: (downloadId: string) => Promise<{ readonly isStarted: boolean }>
  /** Codes platform.contentNotFound; why it stops later is told by its state. */
  readonly resume: (transferId: string) => Promise<Transfer[]>
  readonly pause: (transferId: string) => Promise<Transfer[]>
  readonly remove: (transferId: string) => Promise<Transfer[]>
  /** Code content.fileGone. */
  readonly show: (transferId: string) => Promise<void>
  /** Pauses everything, and waits until it is on the disk. */
  readonly close: () => Promise<void>
}

/** 下载: files of the platform come to where the user wants them, are checked, and never opened. */
export function createTransfers(parts: TransferParts): Transfers {
  const transfers = createTransferList(parts.records)
  const isOfNow = ({ record }: Standing) => record.platform === parts.current.name()
  const list = async () => (await transfers.all()).filter(isOfNow).map(toTransfer)
  const publish = async () => parts.publish(await list())
  const running = createRunning({ ...parts, transfers, publish })
  const known = async (id: string): Promise<Standing> => {
    const standing = await transfers.find(id)
    if (standing === undefined || !isOfNow(standing)) throw new AppError('platform.contentNotFound')
    return standing
  }
  const remove = async (id: string) => {
    const { record } = await known(id)
    await running.stop(id)
    if (!record.isDone) await rm(partOf(record.path), { force: true })
    transfers.drop(id)
    await transfers.save()
    await publish()
  }
  const then = (action: (id: string) => Promise<void>) => (id: string) => action(id).then(list)
  return {
    list,
    start: createStart(parts, {
      standings: async () => (await transfers.all()).filter(isOfNow),
      ...{ remove, begin: running.begin },
    }),
    resume: then(async (id) => running.begin(await upToDate(await known(id), parts))),
    pause: then(async (id) => running.stop((await known(id)).record.id)),
    remove: then(remove),
    show: async (id) => {
      const { record } = await known(id)
      if (!record.isDone || (await sizeOf(record.path)) === undefined) throw new AppError('content.fileGone')
      parts.showFile(record.path)
    },
    close: running.close,
  }
}

interface Starting {
  readonly standings: () => Promise<readonly Standing[]>
  readonly remove: (id: string) => Promise<void>
  readonly begin: (standing: Standing) => Promise<void>
}

function createStart({ find, current, chooseSavePath }: TransferParts, { standings, remove, begin }: Starting) {
  const choosing = new Set<string>()
  const startNew = async (item: DownloadItem, platform: string): Promise<boolean> => {
    const chosen = await chooseSavePath(safeFileName(item.fileName, item.id))
    if (chosen === undefined) return false
    // Of one file the latest download is shown; what was fetched before stays where it is.
    for (const { record } of await standings()) if (record.downloadId === item.id) await remove(record.id)
    const record = await newTransfer(item, platform, chosen)
    await begin({ record, received: 0, state: 'loading' })
    return true
  }
  return async (downloadId: string): Promise<{ readonly isStarted: boolean }> => {
    const platform = current.name()
    const item = await find(downloadId)
    if (item === undefined || platform === undefined) throw new AppError('platform.contentNotFound')
    // A second click while the dialog is open means the same.
    if (choosing.has(downloadId)) return { isStarted: false }
    choosing.add(downloadId)
    const isOfVersion = ({ record }: Standing) => record.downloadId === downloadId && record.sha256 === item.sha256
    try {
      const unfinished = (await standings()).find((one) => isOfVersion(one) && one.state !== 'done')
      if (unfinished === undefined) return { isStarted: await startNew(item, platform) }
      await begin(unfinished)
      return { isStarted: true }
    } finally {
      choosing.delete(downloadId)
    }
  }
}

/** The platform may have replaced the file since: then the new one is fetched, from its beginning. */
async function upToDate(standing: Standing, { find }: TransferParts): Promise<Standing> {
  const { record } = standing
  const item = await find(record.downloadId)
  if (record.isDone || item === undefined || item.sha256 === record.sha256) return standing
  return { ...standing, received: 0, record: { ...record, sha256: item.sha256, size: item.size, etag: undefined } }
}
