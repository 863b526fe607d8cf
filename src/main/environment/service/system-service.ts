import { createRunTool } from '../../usb/run-tool.ts'
import { createLinuxService } from './linux-service.ts'
import type { SmartCardService } from './smart-card-service.ts'
import { createWindowsService } from './windows-service.ts'

const toolDeadlineMs = 4000

/** The smart card service of this system. On macOS it belongs to CryptoTokenKit, and is started when it is needed. */
export function createSystemService(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): SmartCardService {
  if (platform === 'linux') return createLinuxService()
  if (platform === 'win32') {
    const systemRoot = environment['SystemRoot'] ?? 'C:\\Windows'
    return createWindowsService({ run: createRunTool(toolDeadlineMs), systemRoot })
  }
  return { name: 'CryptoTokenKit', state: () => Promise.resolve(platform === 'darwin' ? 'built-in' : 'unknown') }
}
