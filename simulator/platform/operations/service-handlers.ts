import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { Platform } from '../platform.ts'
import { instant } from './instant.ts'

export function getService({ clock }: Platform): PlatformAnswer<'getService'> {
  return { name: '证书在线服务平台', apiVersion: '1.0', time: instant(clock.now()) }
}
