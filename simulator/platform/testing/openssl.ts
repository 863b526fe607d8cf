/** The openssl program as an independent opinion. What it prints counts: its exit codes are not reliable. */
import { withFiles } from './outside-program.ts'
import { pem, run } from './outside-program.ts'

interface Verification {
  readonly leaf: Uint8Array
  readonly trusted: readonly Uint8Array[]
  readonly between?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  readonly options?: readonly string[]
}

/** openssl sets the id for the leaf alone, so a chain of SM2 certificates is verified pair by pair. */
export const sm2Options = ['-partial_chain', '-vfyopt', 'distid:1234567812345678'] as const

/** All that `openssl verify` prints, both streams. */
export function opensslVerify({ leaf, trusted, between = [], crls = [], options = [] }: Verification): Promise<string> {
  return withFiles(async (file) => {
    const parameters = ['verify', ...options, '-trusted', await file('trusted.pem', pem('CERTIFICATE', trusted))]
    if (between.length > 0) parameters.push('-untrusted', await file('between.pem', pem('CERTIFICATE', between)))
    if (crls.length > 0) parameters.push('-CRLfile', await file('crls.pem', pem('X509 CRL', crls)))
    return run('openssl', [...parameters, await file('leaf.pem', pem('CERTIFICATE', [leaf]))])
  })
}

/** All that openssl prints when it reads these octets from the file that follows the parameters. */
export function opensslRead(parameters: readonly string[], octets: Uint8Array): Promise<string> {
  return withFiles(async (file) => run('openssl', [...parameters, '-in', await file('input', octets)]))
}
