import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failureOf } from '../../../../tests/support/token-steps.ts'
import { openPart, type OpenPart } from '../../content/downloads/part-file.ts'
import { fetchPackage } from './fetch-package.ts'
import { openPackageFolder } from './package-folder.ts'

const content = Buffer.alloc(100_000, 7)
const entry = { url: 'a.deb', size: content.length, sha512: createHash('sha512').update(content).digest('base64') }
let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'fetch-package-'))
})
afterEach(() => rmSync(path, { recursive: true, force: true }))

async function* inParts(from: number) {
  for (let at = from; at < content.length; at += 10_000) {
    await Promise.resolve()
    yield content.subarray(at, at + 10_000)
  }
}

/** A disk that takes so many octets and no more. */
function diskWith(room: number): OpenPart {
  return async (name) => {
    const part = await openPart(name)
    return {
      ...part,
      append: async (octets) => {
        if ((await part.size()) + octets.length > room) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        await part.append(octets)
      },
    }
  }
}

it('a full disk stops it, and it goes on from what is there when there is room', async () => {
  const asked: number[] = []
  let tag: string | undefined
  const fetching = (part: OpenPart) => ({
    folder: openPackageFolder(path),
    web: {
      open: ({ from }: { readonly from: number }) => {
        asked.push(from)
        return Promise.resolve({ kind: from > 0 ? 'rest' : 'whole', etag: '"a"', octets: inParts(from) } as const)
      },
    },
    tags: { of: () => tag, keep: (_entry: unknown, etag: string | undefined) => Promise.resolve(void (tag = etag)) },
    ...{ openPart: part, signal: new AbortController().signal, onProgress: () => undefined },
  })
  expect(await failureOf(fetchPackage(entry, fetching(diskWith(35_000))))).toEqual({ code: 'update.diskFull' })
  expect(readdirSync(path)).toEqual([expect.stringMatching(/-a\.deb\.part$/)])
  await fetchPackage(entry, fetching(openPart))
  expect([asked, readdirSync(path)]).toEqual([[0, 30_000], [expect.stringMatching(/-a\.deb$/)]])
})

it('a folder that cannot be made is told', async () => {
  rmSync(path, { recursive: true })
  const folder = openPackageFolder(join('/dev/null', 'packages'))
  const web = { open: () => Promise.reject(new Error('not asked')) }
  const tags = { of: () => undefined, keep: () => Promise.resolve() }
  const rest = { openPart, signal: new AbortController().signal, onProgress: () => undefined }
  expect(await failureOf(fetchPackage(entry, { folder, web, tags, ...rest }))).toEqual({ code: 'update.saveFailed' })
})
