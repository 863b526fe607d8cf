import { createLinuxUsbBus } from './linux-usb-bus.ts'
import { createMacosUsbBus } from './macos-usb-bus.ts'
import { createRunTool } from './run-tool.ts'
import type { UsbBus } from './usb-bus.ts'
import { createLinuxWhoHolds, nobodyKnows, type WhoHolds } from './who-holds.ts'
import { createWindowsUsbBus } from './windows-usb-bus.ts'

/** How an operating system is asked about its USB bus. */
export interface SystemBus {
  readonly bus: UsbBus
  readonly whoHolds: WhoHolds
  /** Between two looks, in ms: a look is a few reads on Linux, and a process of its own elsewhere. */
  readonly pauseMs: number
  readonly longestPauseMs: number
}

const toolDeadlineMs = 10_000
const ofTools = { pauseMs: 5000, longestPauseMs: 40_000 } as const

export function createSystemBus(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): SystemBus {
  const whoHolds = () => Promise.resolve(nobodyKnows)
  const run = createRunTool(toolDeadlineMs)
  if (platform === 'linux') {
    return { bus: createLinuxUsbBus(), whoHolds: createLinuxWhoHolds(), pauseMs: 2000, longestPauseMs: 2000 }
  }
  if (platform === 'win32') {
    const systemRoot = environment['SystemRoot'] ?? 'C:\\Windows'
    return { bus: createWindowsUsbBus({ run, systemRoot }), whoHolds, ...ofTools }
  }
  if (platform === 'darwin') return { bus: createMacosUsbBus(run), whoHolds, ...ofTools }
  return { bus: { list: () => Promise.resolve(undefined) }, whoHolds, ...ofTools }
}
