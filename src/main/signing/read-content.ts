import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { AppError } from '../app-error.ts'
import type { HashName } from './cms/oids.ts'
import type { ReadContent } from './cms/verify-signer.ts'

/** Reads a file of any size piece by piece, once for all consumers. Code signing.fileUnreadable. */
export function contentReader(path: string): ReadContent {
  return async (consumers) => {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
        for (const consume of consumers) consume(chunk as Uint8Array)
      }
    } catch (cause) {
      throw new AppError('signing.fileUnreadable', { cause })
    }
  }
}

export async function digestsOf(
  read: ReadContent,
  names: readonly HashName[],
): Promise<ReadonlyMap<HashName, Uint8Array>> {
  const hashes = names.map((name) => ({ name, hash: createHash(name) }))
  await read(
    hashes.map(
      ({ hash }) =>
        (chunk) =>
          void hash.update(chunk),
    ),
  )
  return new Map(hashes.map(({ name, hash }) => [name, hash.digest()]))
}
