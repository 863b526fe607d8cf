import { koffiFiles, nativePartFor } from '../../packaging/koffi/koffi-files.ts'
import { parseTarget } from '../../packaging/targets.ts'
import { nameOf, type Target } from '../target.ts'
import type { Inspection } from './inspection.ts'

/** Paths in the archive: the built program, what it reads at run time, and the addon's package, which is not bundled. */
const allowed = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\//,
  /^resources\/(knowledge-base|tray)\//,
  /^node_modules\/pkcs11js\/(package\.json|index\.js|LICENSE|build\/Release\/pkcs11\.node)$/,
]
const forbidden = [
  { what: 'a source map', pattern: /\.map$/ },
  { what: 'a source', pattern: /\.([cm]?tsx?|cc|cpp|h|gyp)$/ },
  { what: 'a test', pattern: /\.(test|spec)\.|\/(tests?|__tests__|coverage)\// },
  { what: 'a key or a store of keys', pattern: /\.(pem|key|p12|pfx|jks|der|crt)$/i },
  { what: 'an environment', pattern: /(^|\/)\.?env(\.|$)/ },
  { what: 'a file of a tool', pattern: /(^|\/)(\.|tsconfig|package-lock|electron-builder)/ },
]

/** Nothing is shipped that the program does not read. */
export const restIsKeptOut: Inspection = {
  name: 'kept out',
  inspect: ({ archive, target }) => {
    const koffi = filesOfKoffi(target)
    return [...archive.files.keys()].flatMap((path) => {
      const kind = forbidden.find(({ pattern }) => pattern.test(path))
      if (kind !== undefined) return [`${path} is ${kind.what}`]
      const isRead = koffi.has(path) || allowed.some((pattern) => pattern.test(path))
      return isRead ? [] : [`${path} is nothing that the program reads`]
    })
  },
}

/** The other package that is not bundled, and its native part for this target: no other target's, and none for musl. */
function filesOfKoffi(target: Target): ReadonlySet<string> {
  const { name, files } = nativePartFor(parseTarget(nameOf(target)))
  return new Set([
    ...koffiFiles.map((file) => `node_modules/koffi/${file}`),
    ...files.map((file) => `node_modules/${name}/${file}`),
  ])
}
