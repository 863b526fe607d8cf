import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { Quarantine } from '../token/module-state.ts'
import type { ModuleMemory } from '../token/token-module.ts'
import type { FoundDriver } from './found-driver.ts'
import { isBetterAnswer } from './is-better-answer.ts'
import type { DriversParts } from './search-drivers.ts'

/** What modules do, kept by the file that they are. */
type Find = (path: string) => FoundDriver | undefined

export function createModuleMemory(
  { memory, modules }: Pick<DriversParts, 'memory' | 'modules'>,
  find: Find,
): ModuleMemory {
  return {
    quarantined: (path: string, quarantine: Quarantine) => {
      const found = find(path)
      if (found?.print !== undefined) memory.quarantine(found.identity, found.print, quarantine)
    },
    answered: (path: string, tokens: readonly TokenSnapshot[]) => {
      const file = find(path)?.identity
      for (const token of file === undefined ? [] : tokens) {
        const remembered = memory.driverOf(token.serialNumber)
        if (file === undefined || remembered === file || token.serialNumber === '') continue
        const state = modules()
          .states()
          .find((module) => find(module.path)?.identity === remembered)
        if (isBetterAnswer(token, state)) memory.remember(token.serialNumber, file)
      }
    },
  }
}
