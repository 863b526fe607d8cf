import { createHash } from 'node:crypto'
import type { StoredCertificate, TokenInterface } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { ModuleState, ShownToken } from '../token/module-state.ts'

export interface FoundCertificate {
  readonly token: ShownToken
  readonly stored: StoredCertificate
  /** By what its token is spoken to; PKCS#11 where left out. */
  readonly interface?: TokenInterface
}

/** The certificate with this id (hex SHA-256 of its bytes) on a token that is plugged in. Code certificate.notFound. */
export function findCertificate(modules: readonly ModuleState[], certificateId: string): FoundCertificate {
  for (const { tokens, interface: spoken } of modules) {
    for (const token of tokens) {
      const stored = token.certificates.find(({ value }) => sha256(value) === certificateId)
      if (stored !== undefined) return { token, stored, ...(spoken === undefined ? {} : { interface: spoken }) }
    }
  }
  throw new AppError('certificate.notFound')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
