import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPropertyList } from '../builder-parts.ts'
import type { Inspection } from './inspection.ts'

const expected = {
  CFBundleIdentifier: 'cn.certusertool.desktop',
  CFBundleName: 'CertUserTool',
  LSMinimumSystemVersion: '13.0',
}

/** What macOS reads of Info.plist. Without a reason for the camera it ends the program that asks for it. */
export const macKnowsIt: Inspection = {
  name: 'identity on macOS',
  systems: ['mac'],
  inspect: ({ folder }) => {
    const path = join(folder, 'Contents/Info.plist')
    const list = readPropertyList(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>
    const wrong = Object.entries(expected).filter(([name, value]) => list[name] !== value)
    const reason = list['NSCameraUsageDescription']
    const isCameraExplained = typeof reason === 'string' && reason.includes('摄像头')
    return [
      ...wrong.map(([name]) => `${name} is ${JSON.stringify(list[name])}`),
      ...(isCameraExplained ? [] : ['NSCameraUsageDescription does not say why']),
    ]
  },
}
