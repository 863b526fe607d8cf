/** For tests: the openssl program as somebody else's opinion about what is written and read here. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs openssl; answers with what it printed, on whichever output. Throws when it fails. */
export function openssl(parameters: readonly string[], input: Uint8Array | string = ''): string {
  const { status, stdout, stderr, error } = spawnSync('openssl', parameters, { input, maxBuffer: 1 << 26 })
  if (error !== undefined) throw error
  const printed = `${stdout.toString()}${stderr.toString()}`
  if (status !== 0) throw new Error(`openssl ${parameters[0] ?? ''} failed: ${printed}`)
  return printed
}

export const keyKinds = {
  'RSA 1024': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  'RSA 2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'RSA 4096': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:4096'],
  'P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  SM2: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2'],
} as const

export interface SelfSigned {
  readonly key: keyof typeof keyKinds
  /** As `-subj` takes it: `/C=CN/O=…/CN=…`, UTF-8. */
  readonly subject: string
  /** More options of `openssl req`, such as `-addext`, `-days` and `-set_serial`. */
  readonly options?: readonly string[]
}

/** A self-signed certificate, DER. */
export function selfSigned({ key, subject, options = [] }: SelfSigned): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.der')]
  const hash = key === 'SM2' ? ['-sm3', '-sigopt', 'distid:1234567812345678'] : ['-sha256']
  try {
    openssl(['genpkey', ...keyKinds[key], '-out', keyFile])
    const request = ['req', '-x509', '-new', '-key', keyFile, '-utf8', '-subj', subject, ...hash]
    openssl([...request, ...options, '-outform', 'DER', '-out', certificateFile])
    return readFileSync(certificateFile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
