/** A server of updates on this computer, that can be told to behave badly; packages are octets made here. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const script = resolve(import.meta.dirname, '../../scripts/sign-resource.mjs')

interface ReleaseParts {
  readonly version: string
  readonly content?: Uint8Array
  readonly notes?: string
  /** Octets that the feed claims, where it lies. */
  readonly size?: number
  /** The feed of the release before. */
  readonly previous?: string
  readonly extension?: string
  /** Instead of the usual one. */
  readonly feed?: string
}

export interface UpdateFeed {
  readonly address: string
  /** Ed25519, as the program wants it. */
  readonly key: string
  readonly otherKeyFile: string
  /** What was asked for, as `name range`. */
  readonly asked: string[]
  /** Everything that is served, by name; changed at will. */
  readonly files: Map<string, Uint8Array>
  /** Publishes a release, signed; answers with its feed. */
  readonly release: (parts: ReleaseParts) => string
  /** Signs a feed as it is served now, by the key or by another. */
  readonly sign: (name: string, keyFile?: string) => void
  /** The next answer with a file of this ending is cut off after so many octets, or never goes on. */
  readonly cut: (ending: string, after: number, how?: 'broken' | 'silent') => void
  /** Answers everything with a redirect there. */
  readonly redirect: (to: string | undefined) => void
  readonly close: () => Promise<void>
}

/** Octets that look like nothing, the same ones for the same number. */
export function packageOctets(seed: number, length = 400_000): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7 + seed) & 255)
}

export async function serveUpdates(feedName: string): Promise<UpdateFeed> {
  const folder = mkdtempSync(join(tmpdir(), 'update-feed-'))
  const makeKey = (name: string) =>
    execFileSync(process.execPath, [script, '--make-key', join(folder, name)], { encoding: 'utf8' }).trim()
  const [key] = [makeKey('key.pem'), makeKey('other.pem')]
  const [files, asked] = [new Map<string, Uint8Array>(), [] as string[]]
  const faults: Faults = {}
  const server = http.createServer((request, response) => serve({ files, asked, faults }, request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const sign = (name: string, keyFile = join(folder, 'key.pem'), previous?: string) => {
    const path = join(folder, name)
    writeFileSync(path, files.get(name) ?? '')
    const before = join(folder, 'previous.yml')
    if (previous !== undefined) writeFileSync(before, previous)
    execFileSync(process.execPath, [script, '--feed', keyFile, path, ...(previous === undefined ? [] : [before])])
    files.set(name, readFileSync(path))
    files.set(`${name}.sig`, readFileSync(`${path}.sig`))
  }
  return {
    ...{ address: `http://127.0.0.1:${port}`, key, otherKeyFile: join(folder, 'other.pem'), asked, files },
    release: ({ feed = feedName, ...release }) => {
      const text = publish(release, files)
      files.set(feed, Buffer.from(text))
      sign(feed, undefined, release.previous)
      return text
    },
    sign: (name, keyFile) => sign(name, keyFile),
    cut: (ending, after, how = 'broken') => void (faults.cut = { ending, after, how }),
    redirect: (to) => void (faults.redirect = to),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function publish(
  { version, content = packageOctets(1), notes, size, extension = 'deb' }: ReleaseParts,
  files: Map<string, Uint8Array>,
): string {
  const name = `CertUserTool-${version}-linux-amd64.${extension}`
  files.set(name, content)
  const sha512 = createHash('sha512').update(content).digest('base64')
  const lines = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${size ?? content.length}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
    "releaseDate: '2026-11-20T02:00:00.000Z'",
  ]
  return `${lines.join('\n')}\n`
}

interface Faults {
  cut?: { readonly ending: string; readonly after: number; readonly how: 'broken' | 'silent' } | undefined
  redirect?: string | undefined
}

interface Served {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly asked: string[]
  readonly faults: Faults
}

function serve({ files, asked, faults }: Served, request: http.IncomingMessage, response: http.ServerResponse): void {
  const name = decodeURIComponent((request.url ?? '').slice(1))
  asked.push([name, request.headers.range].filter(Boolean).join(' '))
  if (faults.redirect !== undefined) {
    response.writeHead(302, { location: `${faults.redirect}/${name}` }).end()
    return
  }
  const whole = files.get(name)
  if (whole === undefined) {
    response.writeHead(404).end()
    return
  }
  const etag = `"${createHash('sha256').update(whole).digest('hex').slice(0, 16)}"`
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const isRest = from > 0 && request.headers['if-range'] === etag
  const body = isRest ? whole.subarray(from) : whole
  const range = isRest ? { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` } : {}
  const headers = { etag, 'content-type': 'application/x-debian-package', 'content-length': body.length, ...range }
  response.writeHead(isRest ? 206 : 200, headers)
  send(body, name, faults, response)
}

function send(body: Uint8Array, name: string, faults: Faults, response: http.ServerResponse): void {
  const { cut } = faults
  if (cut === undefined || !name.endsWith(cut.ending)) {
    response.end(body)
    return
  }
  faults.cut = undefined
  response.write(body.subarray(0, cut.after), () => {
    if (cut.how === 'broken') response.destroy()
  })
}
