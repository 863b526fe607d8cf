import { commonFiles, executableFile, localeFiles } from './common-files.ts'
import { fuseWire } from './fuse-wire.ts'
import type { ZipEntry } from './zip.ts'

/** Hands its arguments to Node, so that an installed package can be seen to start. */
export function linuxElectron(version: string): readonly ZipEntry[] {
  const script = '#!/bin/sh\n# Stands in for Electron.\nexec "${STUB_NODE:-node}" "$@"\nexit\n# '
  const nothing = { content: '#!/bin/sh\n', mode: executableFile }
  return [
    ...commonFiles(version),
    ...localeFiles(),
    { path: 'electron', content: Buffer.concat([Buffer.from(script), fuseWire()]), mode: executableFile },
    { path: 'chrome-sandbox', ...nothing },
    { path: 'chrome_crashpad_handler', ...nothing },
  ]
}
