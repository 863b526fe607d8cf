import type { TokenOutput } from '../../../shared/token/messages.ts'
import type { Cryptoki } from './cryptoki.ts'
import { trimField } from './token-text.ts'

/** One native call (C_GetInfo). A module that does not answer it is as good as any other. */
export function describeLibrary(module: Cryptoki): TokenOutput<'open'> {
  try {
    const { manufacturerID, libraryDescription, libraryVersion, cryptokiVersion } = module.C_GetInfo()
    return {
      library: {
        manufacturer: trimField(manufacturerID),
        description: trimField(libraryDescription),
        version: `${libraryVersion.major}.${libraryVersion.minor}`,
        cryptoki: `${cryptokiVersion.major}.${cryptokiVersion.minor}`,
      },
    }
  } catch {
    return {}
  }
}
