import { posix } from 'node:path'
import { textIn } from '../program/archive.ts'
import type { Inspection } from './inspection.ts'

const page = 'out/renderer/index.html'

/** What the page names is in the archive and nowhere else; every script and style waits for the nonce of its response. */
export const pageIsWhole: Inspection = {
  name: 'page',
  inspect: ({ archive }) => {
    const html = textIn(archive, page) ?? ''
    const tags = [...html.matchAll(/<(script|link|style|meta)\b[^>]*>/g)].map(([tag]) => tag)
    return [
      ...tags.flatMap((tag) => judgeAddress(tag, (path) => archive.files.has(path))),
      ...tags.filter(needsNonce).map((tag) => `${tag} has no nonce`),
      ...(/<script(?![^>]*\bsrc=)/.test(html) ? ['the page has a script of its own, which its policy refuses'] : []),
      ...(/\son\w+=/.test(html) ? ['the page has a handler in its markup, which its policy refuses'] : []),
      ...(/@vite\/client|localhost/.test(html) ? ['the page is that of the development server'] : []),
    ]
  },
}

function judgeAddress(tag: string, isThere: (path: string) => boolean): readonly string[] {
  const address = /\b(?:src|href)="([^"]*)"/.exec(tag)?.[1]
  if (address === undefined || address.startsWith('data:')) return []
  if (/^[\w+.-]*:?\/\//.test(address)) return [`${tag} is asked of another place`]
  return isThere(posix.join(posix.dirname(page), address)) ? [] : [`${tag} is not in the archive`]
}

function needsNonce(tag: string): boolean {
  const isCode = /^<(script|style)\b|rel="stylesheet"/.test(tag)
  return isCode && !tag.includes('nonce="__CSP_NONCE__"')
}
