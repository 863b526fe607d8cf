import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgeSameArchive, type Installer } from './product.ts'
import { outputOf } from './run.ts'

const payloads = { x64: 'app-64.7z', arm64: 'app-arm64.7z' } as const

/** What the setup would unpack. It is only read: with its plug-ins that do nothing it must never run. */
export function inspectSetup(installer: Installer): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nsis-'))
  try {
    const payload = payloads[installer.program.target.arch]
    outputOf('7zz', ['e', '-y', `-o${folder}`, installer.path, `$PLUGINSDIR/${payload}`])
    outputOf('7zz', ['x', '-y', `-o${join(folder, 'app')}`, join(folder, payload)])
    const listed = outputOf('7zz', ['l', '-slt', join(folder, payload)])
    const needed = ['CertUserTool.exe', 'resources/node32/node.exe', 'LICENSES.chromium.html']
    return [
      ...needed.filter((name) => !listed.includes(`Path = ${name}\n`)).map((name) => `${name} is missing`),
      ...judgeSameArchive(join(folder, 'app/resources/app.asar'), installer),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
