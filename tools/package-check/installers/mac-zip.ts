import { outputOf } from './run.ts'
import type { Installer } from './product.ts'

const needed = [
  'Contents/Info.plist',
  'Contents/MacOS/CertUserTool',
  'Contents/Resources/app.asar',
  'Contents/Resources/LICENSES.chromium.html',
  'Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
]

export function inspectMacZip({ path }: Pick<Installer, 'path'>): readonly string[] {
  const listed = outputOf('7zz', ['l', '-slt', path])
  return needed
    .map((name) => `CertUserTool.app/${name}`)
    .filter((name) => !listed.includes(`Path = ${name}\n`))
    .map((name) => `${name} is missing`)
}
