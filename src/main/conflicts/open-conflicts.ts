import { join } from 'node:path'
import type { Check } from '../environment/check.ts'
import type { OtherTable } from '../drivers/ports.ts'
import { openSignedResource, type SignedResource } from '../resources/signed-resource.ts'
import { builtInConflictTable, ConflictTableFile, type ConflictTable } from './conflict-table.ts'
import { createConflictChecks, createConflicts, type ConflictParts, type Conflicts } from './conflicts.ts'
import type { EndProgram } from './end-program.ts'
import { createKeysOfDesk, type DeskParts } from './keys-of-desk.ts'
import type { ConflictSystem } from './systems/this-system.ts'

interface OpeningConflicts {
  /** Where a newer table is kept. */
  readonly folder: string
  /** Whose signature makes a newer table good. */
  readonly keys: readonly string[]
  readonly system: ConflictSystem
  /** Asked when something is looked for, not before. */
  readonly desk: DeskParts
  readonly log: ConflictParts['log']
}

/** What 冲突程序 gives to 环境检测, and its table to 设置. */
export interface OpenedConflicts {
  readonly checks: readonly Check[]
  /** The same look, for the gate of a renewal. */
  readonly find: Conflicts['find']
  readonly fix: EndProgram
  readonly table: OtherTable
}

/** The search for other CA's programs with its table, as the program has left it. */
export async function openConflicts({ folder, keys, system, desk, log }: OpeningConflicts): Promise<OpenedConflicts> {
  const table = await openSignedResource({
    ...{ schema: ConflictTableFile, builtIn: builtInConflictTable(), path: join(folder, 'conflict-table.json'), keys },
  })
  const conflicts = createConflicts({ ...system, table: table.read, keys: createKeysOfDesk(desk), log })
  const { find } = conflicts
  return { find, checks: createConflictChecks(conflicts), fix: conflicts.endProgram, table: asOtherTable(table) }
}

function asOtherTable(table: SignedResource<ConflictTable>): OtherTable {
  return {
    take: async (file) => {
      await table.take(file)
    },
    describe: () => {
      const { version, issuedAt, products } = table.read()
      return { kind: 'conflicts', version, issuedAt, origin: table.origin(), rows: products.length }
    },
  }
}
