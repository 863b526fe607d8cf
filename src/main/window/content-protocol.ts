import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { contentPath, realContentPath } from './content-path.ts'

export const appScheme = 'app'
export const appOrigin = 'app://bundle'
export const startPage = `${appOrigin}/index.html`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** SECURITY(7): nothing but our own files; styles that antd makes at run time carry this response's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
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
  ].join('; ')
}

/**
 * Answers requests for app://bundle/… with files below the folder, and with nothing else.
 * SECURITY(18): no file:// page; a path cannot leave the folder.
 */
export function createContentHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = filePath(folder, request.url)
    if (path === undefined) return refusal(403)
    const body = await readWithin(folder, path).catch(() => undefined)
    return body === undefined ? refusal(404) : fileResponse(path, body)
  }
}

function filePath(folder: string, address: string): string | undefined {
  const url = new URL(address)
  return url.host === 'bundle' ? contentPath(folder, url.pathname) : undefined
}

async function readWithin(folder: string, path: string): Promise<Buffer | undefined> {
  const real = await realContentPath(folder, path)
  return real === undefined ? undefined : readFile(real)
}

function fileResponse(path: string, body: Buffer): Response {
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  const isPage = extname(path) === '.html'
  const content = isPage ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(body)
  return new Response(content, { headers })
}

function refusal(status: number): Response {
  return new Response(null, { status })
}
