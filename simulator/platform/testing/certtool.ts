import { pem, run, withFiles } from './outside-program.ts'

interface Chain {
  /** From the leaf to the certificate before the root. */
  readonly chain: readonly Uint8Array[]
  readonly root: Uint8Array
  readonly crls: readonly Uint8Array[]
}

/** What GnuTLS makes of it, a second opinion beside openssl's: the line with its verdict. */
export async function certtoolVerify({ chain, root, crls }: Chain): Promise<string> {
  const printed = await withFiles(async (file) =>
    run('certtool', [
      '--verify',
      '--load-ca-certificate',
      await file('root.pem', pem('CERTIFICATE', [root])),
      '--load-crl',
      await file('crls.pem', pem('X509 CRL', crls)),
      '--infile',
      await file('chain.pem', pem('CERTIFICATE', chain)),
    ]),
  )
  return /^Chain verification output: .*$/m.exec(printed)?.[0] ?? printed
}
