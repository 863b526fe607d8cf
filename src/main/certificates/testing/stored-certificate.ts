/** For tests: certificates and tokens as a token's worker tells of them. */
import type { StoredCertificate, TokenSnapshot } from '../../../shared/token/messages.ts'
import type { ModuleState } from '../../token/module-state.ts'

export function storedCertificate(value: Uint8Array, changes: Partial<StoredCertificate> = {}): StoredCertificate {
  return { id: '01', label: '证书', value, key: 'present', ...changes }
}

export function tokenWith(certificates: readonly StoredCertificate[], serialNumber = 'A1'): TokenSnapshot {
  return {
    slot: '0',
    serialNumber,
    label: '测试介质',
    manufacturer: '厂商',
    model: 'GM3000',
    pin: { state: 'ok', minLength: 6, maxLength: 16, initialised: true },
    certificates,
  }
}

export function moduleWith(tokens: readonly TokenSnapshot[], changes: Partial<ModuleState> = {}): ModuleState {
  return { path: '/lib/module.so', name: 'module.so', state: 'ready', tokens, ...changes }
}
