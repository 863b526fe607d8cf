import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface VersionList {
  readonly version?: string
  readonly files?: readonly { readonly url: string; readonly sha512: string; readonly size?: number }[]
}

/** latest*.yml, what updates are found by: each file that it names is there, and is what its hash says. */
export function inspectVersionLists(folder: string, version: string): readonly string[] {
  const lists = readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name))
  if (lists.length === 0) return ['there is no list of versions']
  return lists.flatMap((name) =>
    judgeList(folder, parse(readFileSync(join(folder, name), 'utf8')) as VersionList, version).map(
      (finding) => `${name}: ${finding}`,
    ),
  )
}

function judgeList(folder: string, { version, files = [] }: VersionList, wanted: string): readonly string[] {
  const wrong = files.filter(({ url, sha512, size }) => {
    const path = join(folder, url)
    if (!existsSync(path)) return true
    const content = readFileSync(path)
    return (
      createHash('sha512').update(content).digest('base64') !== sha512 || (size ?? content.length) !== content.length
    )
  })
  return [
    ...(version === wanted ? [] : [`it is of version ${version ?? 'none'}`]),
    ...(files.length > 0 ? [] : ['it names no file']),
    ...wrong.map(({ url }) => `${url} is not what it says`),
  ]
}
