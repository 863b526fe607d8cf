import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const places = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/lib/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

export const softHsmPin = '12345678'
export const softHsmSecurityOfficerPin = '87654321'

/** A SoftHSM2 with tokens of its own, apart from everybody else's. */
export interface SoftHsmStore {
  readonly folder: string
  /** For every process that is to see these tokens. */
  readonly environment: Readonly<Record<string, string>>
  /** A process that has the module open already does not see a token made later. */
  readonly initToken: (label: string, pin?: string) => void
  /** Runs pkcs11-tool on this store; `module` may be a forwarder. Answers with what it printed. */
  readonly pkcs11Tool: (parameters: readonly string[], module?: Pkcs11ToolModule) => string
  readonly writeObject: (object: ObjectToWrite) => void
  readonly remove: () => void
}

interface Pkcs11ToolModule {
  readonly path: string
  readonly environment: Readonly<Record<string, string>>
}

interface ObjectToWrite {
  readonly token: string
  readonly kind: 'cert' | 'privkey' | 'pubkey'
  readonly value: Uint8Array
  readonly id?: string
  readonly label?: string
}

/** Path of libsofthsm2. Throws where it is not installed: a test that cannot run must not look as if it had passed. */
export function softHsmModule(): string {
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('SoftHSM2 is not installed (Debian: apt install softhsm2 opensc)')
  return found
}

export function createSoftHsmStore(): SoftHsmStore {
  const module = softHsmModule()
  const folder = mkdtempSync(join(tmpdir(), 'softhsm-'))
  const configuration = join(folder, 'softhsm2.conf')
  mkdirSync(join(folder, 'tokens'))
  writeFileSync(
    configuration,
    `directories.tokendir = ${folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  const environment = { SOFTHSM2_CONF: configuration }

  const pkcs11Tool: SoftHsmStore['pkcs11Tool'] = (parameters, over = { path: module, environment: {} }) =>
    execFileSync('pkcs11-tool', ['--module', over.path, ...parameters], {
      env: { ...process.env, ...environment, ...over.environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    folder,
    environment,
    pkcs11Tool,
    initToken: (label, pin = softHsmPin) => {
      const pins = ['--pin', pin, '--so-pin', softHsmSecurityOfficerPin]
      const parameters = ['--init-token', '--free', '--label', label, ...pins]
      execFileSync('softhsm2-util', parameters, { env: { ...process.env, ...environment }, stdio: 'pipe' })
    },
    writeObject: ({ token, kind, value, id, label }) => {
      const file = join(folder, 'object')
      writeFileSync(file, value)
      pkcs11Tool([
        ...['--token-label', token, '--login', '--pin', softHsmPin, '--write-object', file, '--type', kind],
        ...(id === undefined ? [] : ['--id', id]),
        ...(label === undefined ? [] : ['--label', label]),
      ])
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
