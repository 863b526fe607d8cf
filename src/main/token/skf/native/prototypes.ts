/**
 * The functions of GM/T 0016-2012 that this program calls. No structure is known here: it is octets, laid out by
 * ../layout. What a vendor has added to the standard is never called: the same name has several signatures in the field.
 */
import type { ApplicationHandle, ContainerHandle, DeviceHandle, KeyHandle } from './handles.ts'

/** BLOCKCIPHERPARAM, the only structure that goes by value. */
export interface CipherParameter {
  readonly ulongOctets: 4 | 8
  readonly initialVector: Uint8Array
}

interface Kinds {
  /** BOOL or ULONG, by value. */
  readonly n: number
  /** A pointer to octets, to be read or to be filled. */
  readonly p: Uint8Array
  readonly b: CipherParameter
  readonly D: DeviceHandle
  readonly A: ApplicationHandle
  readonly C: ContainerHandle
  readonly K: KeyHandle
}

/** A letter of `Kinds` for each parameter. All return ULONG. */
export const prototypes = {
  SKF_EnumDev: 'npp',
  SKF_ConnectDev: 'pp',
  SKF_DisConnectDev: 'D',
  SKF_GetDevInfo: 'Dp',
  SKF_LockDev: 'Dn',
  SKF_UnlockDev: 'D',
  SKF_EnumApplication: 'Dpp',
  SKF_OpenApplication: 'Dpp',
  SKF_CloseApplication: 'A',
  SKF_GetPINInfo: 'Anppp',
  SKF_VerifyPIN: 'Anpp',
  SKF_ChangePIN: 'Anppp',
  SKF_UnblockPIN: 'Appp',
  SKF_ClearSecureState: 'A',
  SKF_EnumContainer: 'App',
  SKF_CreateContainer: 'App',
  SKF_OpenContainer: 'App',
  SKF_CloseContainer: 'C',
  SKF_DeleteContainer: 'Ap',
  SKF_GetContainerType: 'Cp',
  SKF_ImportCertificate: 'Cnpn',
  SKF_ExportCertificate: 'Cnpp',
  SKF_ExportPublicKey: 'Cnpp',
  SKF_GenECCKeyPair: 'Cnp',
  SKF_ECCSignData: 'Cpnp',
  SKF_ImportECCKeyPair: 'Cp',
  SKF_ImportSessionKey: 'Cnpnp',
  SKF_DecryptInit: 'Kb',
  SKF_Decrypt: 'Kpnpp',
  SKF_CloseHandle: 'K',
} as const

export type SkfName = keyof typeof prototypes

type ParametersOf<Letters extends string> = Letters extends `${infer Letter extends keyof Kinds}${infer Rest}`
  ? readonly [Kinds[Letter], ...ParametersOf<Rest>]
  : readonly []

export type SkfParameters<Name extends SkfName> = ParametersOf<(typeof prototypes)[Name]>

/** Calls a function of the library and answers with its code; 0 is success. Throws where the library has it not. */
export type AskSkf = <Name extends SkfName>(name: Name, ...parameters: SkfParameters<Name>) => number

/** Without these there is no listing and no login. */
export const requiredFunctions: readonly SkfName[] = [
  'SKF_EnumDev',
  'SKF_ConnectDev',
  'SKF_DisConnectDev',
  'SKF_GetDevInfo',
  'SKF_EnumApplication',
  'SKF_OpenApplication',
  'SKF_EnumContainer',
  'SKF_OpenContainer',
  'SKF_CloseContainer',
  'SKF_ExportCertificate',
  'SKF_VerifyPIN',
  'SKF_ClearSecureState',
]
