import { workerEntries } from '../../../src/main/worker-entries.ts'

/** What the 32-bit Node runs, below out/main: the workers that load what vendors ship for 32-bit Windows. */
export const workers32 = [workerEntries.pkcs11, workerEntries.skf] as const
