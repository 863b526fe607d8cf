import type { PlatformPath } from 'node:path'
import { AppError, hasCode } from '../../app-error.ts'
import type { PolicySource } from './policy-source.ts'

interface PolicyFileParts {
  readonly path: string
  readonly paths: Pick<PlatformPath, 'dirname' | 'resolve'>
  /** Code settings.policyUnprotected; fails as the disk does otherwise. */
  readonly readProtected: (path: string) => Promise<Uint8Array>
}

/** A JSON file in UTF-8, with or without a mark at its beginning (Windows' editors write one). */
export function createPolicyFile({ path, paths, readProtected }: PolicyFileParts): PolicySource {
  return {
    kind: 'file',
    place: path,
    read: async () => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(await readProtected(path))
        return JSON.parse(text) as unknown
      } catch (cause) {
        if (isAbsent(cause)) return undefined
        if (hasCode(cause, 'settings.policyUnprotected')) throw cause
        throw new AppError('settings.policyUnreadable', { cause })
      }
    },
    readFile: (named) => readProtected(paths.resolve(paths.dirname(path), named)),
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
