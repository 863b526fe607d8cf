import type { WireFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import type { TokenInterface } from '../../src/shared/token/messages.ts'
import { interfaceOf, isDual, type Kind } from './kinds.ts'

/** The faults of a key in the words of its interface; a library takes them as `name:n:action`. */
export interface KeyFaults {
  /** Between these two calls a renewal uses the key. */
  readonly login: string
  readonly logout: string
  /** Calls that change what is on the key. */
  readonly writes: readonly string[]
  readonly makesKey: string
  readonly writesCertificate: string
  /** The last that an old pair sees. */
  readonly destroys: string
  /** What any call may be answered with, instead of being made. */
  readonly answers: Readonly<Record<string, string>>
  /** What a write may be answered with besides, made or not. */
  readonly writeAnswers: Readonly<Record<string, string>>
  /** Of these, those after which it was made. */
  readonly doneButRefused: Readonly<Record<string, string>>
  readonly refused: string
  readonly removed: string
  readonly noRoom: string
}

const pkcs11: KeyFaults = {
  ...{ login: 'C_Login', logout: 'C_Logout', refused: 'rv=0x30', removed: 'rv=0x32', noRoom: 'rv=0x31' },
  ...{ makesKey: 'C_GenerateKeyPair', writesCertificate: 'C_CreateObject', destroys: 'C_DestroyObject' },
  writes: ['C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey', 'C_DestroyObject'],
  answers: {
    removed: 'rv=0x32',
    'device-error': 'rv=0x30',
    'session-invalid': 'rv=0xb3',
    'not-logged-in': 'rv=0x101',
  },
  writeAnswers: { 'device-memory': 'rv=0x31', 'done-but-error': 'after=0x30', 'done-but-removed': 'after=0x32' },
  doneButRefused: { 'done-but-error': 'after=0x30', 'done-but-removed': 'after=0x32' },
}

const skf: KeyFaults = {
  ...{ login: 'SKF_VerifyPIN', logout: 'SKF_ClearSecureState' },
  ...{ refused: 'rv=0x0A000001', removed: 'rv=0x0A000023', noRoom: 'rv=0x0A000030' },
  ...{ makesKey: 'SKF_GenECCKeyPair', writesCertificate: 'SKF_ImportCertificate', destroys: 'SKF_DeleteContainer' },
  writes: [
    ...['SKF_CreateContainer', 'SKF_GenECCKeyPair', 'SKF_ImportECCKeyPair', 'SKF_ImportCertificate'],
    'SKF_DeleteContainer',
  ],
  answers: {
    removed: 'rv=0x0A000023',
    'device-error': 'rv=0x0A000001',
    'handle-invalid': 'rv=0x0A000005',
    'not-logged-in': 'rv=0x0A00002D',
    'vendor-code': 'rv=0x0B000099',
  },
  writeAnswers: {
    'no-room': 'rv=0x0A000030',
    'done-but-error': 'after=0x0A000001',
    'done-but-removed': 'after=0x0A000023',
    'says-done': 'lie',
  },
  doneButRefused: { 'done-but-error': 'after=0x0A000001', 'done-but-removed': 'after=0x0A000023' },
}

const byInterface: Readonly<Record<TokenInterface, KeyFaults>> = { pkcs11, skf }

export function keyFaultsOf(kind: Kind): KeyFaults {
  return byInterface[interfaceOf(kind)]
}

/** The writes for which a key may have no room. */
export function roomyWrites(kind: Kind): readonly string[] {
  const { makesKey, writesCertificate } = keyFaultsOf(kind)
  if (interfaceOf(kind) === 'skf') {
    return ['SKF_CreateContainer', makesKey, writesCertificate, ...(isDual(kind) ? ['SKF_ImportECCKeyPair'] : [])]
  }
  return [makesKey, writesCertificate, ...(isDual(kind) ? ['C_UnwrapKey'] : [])]
}

/** What can become of one exchange with the platform. */
export const wireFaults: readonly WireFaultKind[] = [
  ...(['drop-before', 'drop-after-commit', 'hang', 'slow-commit', 'html-503'] as const),
  ...(['html-200', '500-before', '500-after-commit', 'session-expired'] as const),
]
