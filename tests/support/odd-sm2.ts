import type { Sm2Capability } from '../../src/shared/token/messages.ts'

/** Numbers as a vendor might choose them. */
export const oddSm2: Sm2Capability = { keyGeneration: 0x8000_0a01, keyType: 0x8000_0a02 }
