import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import type { Check } from '../check.ts'
import { inOrder, outOfOrder } from '../finding.ts'

export interface DiskParts {
  /** Where the journal of the renewals is. */
  readonly folder: string
  /** Octets that this user can still write there. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

const megabyte = 1 << 20
const neededMegabytes = 50
const comfortableMegabytes = 500

/**
 * Can the journal be written? Nothing is begun without one. Codes environment.folderReadOnly, environment.diskFull and
 * environment.diskLow with details.freeMegabytes.
 */
export function createDiskCheck({ folder, freeBytes = askFileSystem }: DiskParts): Check {
  return {
    name: 'disk-room',
    run: async () => {
      const details = [{ label: 'folder', value: folder }]
      if (!(await isWritable(folder)))
        return [outOfOrder('blocked', { code: 'environment.folderReadOnly' }, { details })]
      const freeMegabytes = Math.floor((await freeBytes(folder)) / megabyte)
      if (freeMegabytes >= comfortableMegabytes) return [inOrder({ free: room(freeMegabytes) }, { details })]
      const measured = { details: { freeMegabytes } }
      return freeMegabytes < neededMegabytes
        ? [outOfOrder('blocked', { code: 'environment.diskFull', ...measured }, { details })]
        : [outOfOrder('attention', { code: 'environment.diskLow', ...measured }, { details })]
    },
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function askFileSystem(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** 812 MB, 37 GB */
function room(megabytes: number): string {
  return megabytes < 1024 ? `${megabytes} MB` : `${Math.floor(megabytes / 1024)} GB`
}
