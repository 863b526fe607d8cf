import type { AppInfo } from '../../shared/ipc/models.ts'
import type { Host } from '../host.ts'
import { demoCredentials } from './demo-certificates.ts'
import type { Demo } from './demo.ts'

type Described = Pick<Host, 'version' | 'mode' | 'showLicences'>

/** @param demo the demonstration, once it runs */
export function describeApp({ version, mode, showLicences }: Described, demo: Demo | undefined): AppInfo {
  const app = { version, mode, hasLicences: showLicences !== undefined }
  if (mode === 'real') return app
  return { ...app, demoCredentials, ...(demo === undefined ? {} : { demoToken: demo.token.kind }) }
}
