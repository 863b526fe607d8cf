/** For tests: certificates and keys made by the openssl program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openssl } from '../../x509/testing/openssl.ts'

interface Chain {
  readonly leaf: Uint8Array
  readonly intermediate: Uint8Array
  readonly root: Uint8Array
  /** Another root of the same name, whose key has signed nothing here. */
  readonly decoy: Uint8Array
}

const ca = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign'

/** Root → Intermediate → Leaf, in files of these names in the folder: `root.pem`, `root.key` and so on. */
export function issueChain(folder: string): Chain {
  const file = (name: string) => join(folder, name)
  const root = newRoot(folder, 'root')
  const intermediate = issue(folder, { name: 'intermediate', by: 'root', serial: '0B', extensions: ca })
  const leaf = issue(folder, {
    name: 'leaf',
    by: 'intermediate',
    serial: '0C',
    extensions: 'keyUsage=digitalSignature',
  })
  writeFileSync(
    file('chain.pem'),
    Buffer.concat([readFileSync(file('intermediate.pem')), readFileSync(file('root.pem'))]),
  )
  return { leaf, intermediate, root, decoy: newRoot(folder, 'decoy') }
}

function newRoot(folder: string, name: string): Uint8Array {
  const [key, pem] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key]
  openssl([...request, '-subj', '/O=Test/CN=Root', '-days', '30', '-out', pem])
  return toDer(pem)
}

interface Issued {
  readonly name: string
  readonly by: string
  readonly serial: string
  readonly extensions: string
  /** Options of `openssl req -newkey`; P-256 where left out. */
  readonly key?: readonly string[]
  /** Options of `openssl x509 -req`. */
  readonly options?: readonly string[]
}

/** A certificate by a CA that is in the folder, as `<name>.pem` with `<name>.key`. DER. */
export function issue(folder: string, { name, by, serial, extensions, key, options = [] }: Issued): Uint8Array {
  const file = (ending: string) => join(folder, `${name}.${ending}`)
  const kind = key ?? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const subject = `/O=Test/CN=${name.charAt(0).toUpperCase()}${name.slice(1)}`
  openssl(['req', '-newkey', ...kind, '-nodes', '-keyout', file('key'), '-subj', subject, '-out', file('csr')])
  writeFileSync(file('ext'), extensions)
  const authority = [
    '-CA',
    join(folder, `${by}.pem`),
    '-CAkey',
    join(folder, `${by}.key`),
    '-set_serial',
    `0x${serial}`,
  ]
  const period = options.length === 0 ? ['-days', '20'] : options
  openssl(['x509', '-req', '-in', file('csr'), ...authority, '-extfile', file('ext'), ...period, '-out', file('pem')])
  return toDer(file('pem'))
}

function toDer(pem: string): Uint8Array {
  const base64 = readFileSync(pem, 'latin1').replace(/-----[^-]+-----|\s/g, '')
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
