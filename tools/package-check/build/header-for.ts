import type { Target } from '../../packaging/targets.ts'
import { electronVersion } from '../builder-parts.ts'
import { elfHeader } from '../stub-electron/elf.ts'
import { machO } from '../stub-electron/mac.ts'
import { windowsExecutable } from '../stub-electron/windows.ts'

/** Stands in for a native file that cannot be had here: it says for whom it is, and has nothing behind that. */
export async function headerFor(target: Target): Promise<Buffer> {
  switch (target) {
    case 'mac-x64':
      return machO('x64')
    case 'mac-arm64':
      return machO('arm64')
    case 'win-x64':
      return windowsExecutable(electronVersion(), 'x64')
    case 'win-arm64':
      return windowsExecutable(electronVersion(), 'arm64')
    case 'win-ia32':
      return windowsExecutable(electronVersion(), 'ia32')
    case 'linux-x64':
      return elfHeader('x64')
    case 'linux-arm64':
      return elfHeader('arm64')
  }
}
