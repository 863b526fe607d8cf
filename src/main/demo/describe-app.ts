import type { AppInfo } from '../../shared/ipc/models.ts'
import { demoCredentials } from './demo-certificates.ts'
import type { Demo } from './demo.ts'

/** @param demo the demonstration, once it runs */
export function describeApp({ version, mode }: Pick<AppInfo, 'version' | 'mode'>, demo: Demo | undefined): AppInfo {
  if (mode === 'real') return { version, mode }
  return { version, mode, demoCredentials, ...(demo === undefined ? {} : { demoToken: demo.token.kind }) }
}
