import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { judgeList } from '../src/main/revocation/judge-list.ts'
import { makeList } from '../src/main/revocation/testing/openssl-revocation.ts'
import { readCertificate } from '../src/main/x509/certificate.ts'
import { authorityLines, createOpensslFolder, leafLines } from '../src/main/x509/testing/openssl-authority.ts'
import { median, progress, rounded, timed } from './measure.ts'

const runs = 7
const entries = 100_000
const day = 86_400_000

/** Whether a certificate is on a list of 100,000, its signature checked; beside it what openssl's whole process needs to read it. */
export async function measureRevocation() {
  progress('revocation')
  const folder = createOpensslFolder()
  try {
    const authority = folder.issue({ kind: 'RSA 2048', subject: '/CN=CA', extensions: authorityLines })
    const leaf = folder.issue({
      kind: 'RSA 2048',
      subject: '/CN=a',
      issuer: authority,
      extensions: leafLines,
      serial: '0x0A01',
    })
    const list = makeList(folder, { signer: authority, entries: serials(), from: inDays(-1), until: inDays(6) })
    const question = { certificate: readCertificate(leaf.der), issuer: readCertificate(authority.der), now: new Date() }
    const file = folder.path('big.der')
    writeFileSync(file, list)
    const times = { ours: [] as number[], openssl: [] as number[] }
    for (let run = 0; run < runs; run += 1) {
      times.ours.push(await timed(() => Promise.resolve(stateOf(judgeList(list, question)))))
      times.openssl.push(await timed(() => Promise.resolve(readByOpenssl(file))))
    }
    return {
      ...{ entries, octets: list.length, ms: rounded(median(times.ours)) },
      opensslMs: rounded(median(times.openssl)),
    }
  } finally {
    folder.remove()
  }
}

function serials() {
  return Array.from({ length: entries }, (_, index) => ({
    serial: (0x1000_0000 + index).toString(16).toUpperCase(),
    revoked: '260101000000Z,keyCompromise',
  }))
}

const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().replace(/[-:T]|\.\d+/g, '')

function stateOf({ state }: ReturnType<typeof judgeList>): string {
  if (state !== 'good') throw new Error(`the list says ${state}`)
  return state
}

function readByOpenssl(file: string): string {
  return execFileSync('openssl', ['crl', '-inform', 'DER', '-in', file, '-noout', '-lastupdate'], { encoding: 'utf8' })
}
