import { createHash } from 'node:crypto'
import type { StoredCertificate, TokenSnapshot } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { ModuleState } from '../token/module-state.ts'

export interface FoundCertificate {
  readonly token: TokenSnapshot
  readonly stored: StoredCertificate
}

/** The certificate with this id (hex SHA-256 of its bytes) on a token that is plugged in. Code certificate.notFound. */
export function findCertificate(modules: readonly ModuleState[], certificateId: string): FoundCertificate {
  for (const token of modules.flatMap((module) => module.tokens)) {
    const stored = token.certificates.find(({ value }) => sha256(value) === certificateId)
    if (stored !== undefined) return { token, stored }
  }
  throw new AppError('certificate.notFound')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
