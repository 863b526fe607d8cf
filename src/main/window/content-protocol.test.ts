import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createContentHandler, startPage } from './content-protocol.ts'

const page = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>'
let folder: string
let get: (address: string) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-other'))
  writeFileSync(join(folder, 'renderer/index.html'), page)
  writeFileSync(join(folder, 'renderer/assets/main.js'), 'const nonce = "__CSP_NONCE__"')
  writeFileSync(join(folder, 'renderer/assets/证书.svg'), '<svg/>')
  writeFileSync(join(folder, 'renderer/assets/unknown.exe'), 'x')
  for (const name of ['..secret.txt', 'secret.txt.', 'CON.js', 'c:secret.txt', 'a\\b.js'])
    writeFileSync(join(folder, 'renderer', name), 'a name that some file system reads more into')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'renderer/link.txt'))
  symlinkSync(folder, join(folder, 'renderer/out'))
  symlinkSync(join(folder, 'renderer/assets'), join(folder, 'renderer/inside'))
  writeFileSync(join(folder, 'renderer-other/secret.txt'), 'secret')
  const handle = createContentHandler(join(folder, 'renderer'))
  // The parser of `Request` would tidy the address up before the handler saw it.
  get = (url) => handle({ url } as Request)
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  [startPage, 'text/html; charset=utf-8'],
  ['app://bundle/assets/main.js?v=1', 'text/javascript; charset=utf-8'],
  ['app://bundle/assets/%E8%AF%81%E4%B9%A6.svg', 'image/svg+xml'],
  ['app://bundle/assets/unknown.exe', 'application/octet-stream'],
  ['app://bundle/inside/main.js', 'text/javascript; charset=utf-8'],
])('serves %s as %s, to be taken for nothing else', async (address, type) => {
  const response = await get(address)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
  })
})

it('serves files octet for octet, but a page with its nonce', async () => {
  expect(await (await get('app://bundle/assets/main.js')).text()).toBe('const nonce = "__CSP_NONCE__"')
  const { nonce, text } = await readPage()
  expect(text).toBe(page.replaceAll('__CSP_NONCE__', nonce))
})

async function readPage() {
  const response = await get(startPage)
  const policy = response.headers.get('content-security-policy') ?? ''
  return { policy, nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? '', text: await response.text() }
}

it('allows nothing but our own files and styles with the nonce', async () => {
  const { policy, nonce } = await readPage()
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ])
  expect(policy).not.toMatch(/unsafe-|\*|https?:/)
})

it('has a fresh nonce of 16 octets for every response', async () => {
  const nonces: string[] = []
  for (let time = 0; time < 50; time += 1) nonces.push((await readPage()).nonce)
  expect(new Set(nonces).size).toBe(50)
  expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length === 16)).toBe(true)
})

it.each([
  'app://bundle/../secret.txt',
  'app://bundle/%2e%2e/secret.txt',
  'app://bundle/..%2fsecret.txt',
  'app://bundle/%2e%2e%2fsecret.txt',
  'app://bundle/assets/..%2f..%2fsecret.txt',
  'app://bundle/%252e%252e%252fsecret.txt',
  'app://bundle/..%5csecret.txt',
  'app://bundle/..\\secret.txt',
  'app://bundle/%2e%2e%5csecret.txt',
  'app://bundle/..%2frenderer-other/secret.txt',
  'app://bundle//etc/passwd',
  'app://bundle/%2fetc%2fpasswd',
  'app://bundle/file:///etc/passwd',
  'app://bundle/index.html%00.js',
  'app://bundle/%00',
  'app://bundle/%e0%a4%a',
  'app://bundle/%ff',
  'app://bundle/',
  'app://bundle',
  'app://bundle/assets',
  'app://bundle/assets/',
  'app://bundle/missing.js',
  'app://bundle/index.html/',
  'app://other/index.html',
  'app://bundle.evil/index.html',
  'app://bundle:1/index.html',
  'app:///index.html',
  'app://bundle/INDEX.HTML',
  'app://bundle/link.txt',
  'app://bundle/out/secret.txt',
  'app://bundle/out/renderer-other/secret.txt',
  'app://bundle/..secret.txt',
  'app://bundle/secret.txt.',
  'app://bundle/CON.js',
  'app://bundle/c:secret.txt',
  'app://bundle/c%3Asecret.txt',
  'app://bundle/a%5Cb.js',
  'app://bundle/index.html::$DATA',
  'app://bundle/index.html%20',
  'app://bundle/index.html%0d',
  'app://bundle/assets/./main.js%2f',
  'app://bundle/assets//main.js',
  'app://bundle/assets%2f%2fmain.js',
  'app://bundle/.hidden',
])('serves nothing for %s', async (address) => {
  const response = await get(address)
  expect([response.status, await response.text()]).toEqual([expect.toBeOneOf([403, 404]), ''])
})
