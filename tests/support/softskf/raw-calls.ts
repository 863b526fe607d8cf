import koffi from 'koffi'

/** `h` a handle, `n` a number, `s` a text, `p` room for an answer. */
const signatures = {
  EnumDev: 'npp',
  ConnectDev: 'sp',
  DisConnectDev: 'h',
  LockDev: 'hn',
  UnlockDev: 'h',
  OpenApplication: 'hsp',
  CloseApplication: 'h',
  GetPINInfo: 'hnppp',
  VerifyPIN: 'hnsp',
  UnblockPIN: 'hssp',
  ClearSecureState: 'h',
  EnumContainer: 'hpp',
  CreateContainer: 'hsp',
  OpenContainer: 'hsp',
  CloseContainer: 'h',
  DeleteContainer: 'hs',
  ImportCertificate: 'hnpn',
  GenECCKeyPair: 'hnp',
  GenRSAKeyPair: 'hnp',
  RSASignData: 'hpnpp',
} as const

type Name = keyof typeof signatures
const types = { h: 'uint64_t', n: 'uint64_t', s: 'str', p: 'uint8_t *' } as const

/** The functions of a 4-octet module as they are, for a test of the module itself: no driver of ours in between. */
export function loadRaw(path: string) {
  const library = koffi.load(path)
  const call = (name: Name, ...parameters: readonly (bigint | number | string | Buffer)[]): number => {
    const list = Array.from(signatures[name], (letter) => types[letter as keyof typeof types])
    const made: unknown = library.func(`uint32_t SKF_${name}(${list.join(', ')})`)(...parameters)
    return Number(made)
  }
  /** The handle that is answered last. @throws for any code but 0 */
  const open = (name: Name, ...parameters: readonly (bigint | number | string | Buffer)[]): bigint => {
    const handle = Buffer.alloc(8)
    const code = call(name, ...parameters, handle)
    if (code !== 0) throw new Error(`SKF_${name} answered 0x${code.toString(16)}`)
    return handle.readBigUInt64LE()
  }
  return { call, open }
}
