import { closeSync, openSync, readSync } from 'node:fs'
import { headerBytes } from './library-fit.ts'

/** The first bytes of a file. */
export function readFileStart(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const start = new Uint8Array(headerBytes)
    return start.subarray(0, readSync(file, start))
  } finally {
    closeSync(file)
  }
}
