import type { Environment } from '../../src/main/renewal/ports.ts'

/** A computer on which no other program is in the way. */
export const quietEnvironment: Environment = { conflicts: () => Promise.resolve([{ state: 'ok' }]) }
