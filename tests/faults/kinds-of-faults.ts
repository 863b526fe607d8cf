import type { WireFaultKind } from '../../src/shared/demo/simulator-messages.ts'

/** Native calls that change what is on the token. */
export const writes = ['C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey', 'C_DestroyObject']

/** What can become of one exchange with the platform. */
export const wireFaults: readonly WireFaultKind[] = [
  ...(['drop-before', 'drop-after-commit', 'hang', 'slow-commit', 'html-503'] as const),
  ...(['html-200', '500-before', '500-after-commit', 'session-expired'] as const),
]
