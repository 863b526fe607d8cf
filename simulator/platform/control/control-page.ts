import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ControlPage {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/** The page in one piece: nothing of it comes from elsewhere, and nothing else in it can run. */
export async function openControlPage(): Promise<() => ControlPage> {
  const part = (name: string) => readFile(join(import.meta.dirname, 'page', name), 'utf8')
  const [frame, style, script] = await Promise.all([part('index.html'), part('page.css'), part('page.js')])
  return () => {
    const nonce = randomBytes(16).toString('base64')
    const html = frame
      .replace('<link rel="stylesheet" href="page.css" />', () => `<style nonce="${nonce}">${style}</style>`)
      .replace(
        '<script type="module" src="page.js"></script>',
        () => `<script type="module" nonce="${nonce}">${script}</script>`,
      )
    return { html, headers: { ...pageHeaders, 'content-security-policy': policy(nonce) } }
  }
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
