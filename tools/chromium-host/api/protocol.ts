import { hasSchemeHandler, removeSchemeHandler, setSchemeHandler, type SchemeHandler } from '../chromium/app-scheme.ts'
import { state } from '../state.ts'
import { notSupported, strict } from '../strict.ts'

/** The `protocol` module. Privileges other than standard and secure have no effect here: see app-scheme.ts. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly Electron.CustomScheme[]): void {
    if (state.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw notSupported(`the scheme '${scheme}', which is not both standard and secure`)
      }
    }
  },
  handle: (scheme: string, handler: SchemeHandler): void => setSchemeHandler(scheme, handler),
  unhandle: (scheme: string): void => removeSchemeHandler(scheme),
  isProtocolHandled: (scheme: string): boolean => hasSchemeHandler(scheme),
})
