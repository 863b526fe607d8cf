/** For tests: what a look at keys and drivers has seen. */
import type { DriverEntry } from '../../../shared/ipc/models-drivers.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { StoredCertificate, TokenSnapshot } from '../../../shared/token/messages.ts'
import { moduleWith, storedCertificate, tokenWith } from '../../certificates/testing/stored-certificate.ts'
import { buildCertificate, keyUsage } from '../../x509/testing/built-certificate.ts'
import type { Check } from '../check.ts'
import type { DeviceLook, LookAtDevices, LookedAtModule } from '../device/device-look.ts'

export const signing = storedCertificate(buildCertificate({ extensions: [keyUsage(0, 1)] }))
export const encryption = storedCertificate(buildCertificate({ extensions: [keyUsage(2, 3)] }))
export const garbage = storedCertificate(Uint8Array.of(1, 2, 3))

export function token(
  certificates: readonly StoredCertificate[] = [signing],
  changes: Partial<TokenSnapshot> = {},
): TokenSnapshot {
  return { ...tokenWith(certificates, 'A1'), ...changes }
}

export function answering(
  tokens: readonly TokenSnapshot[] = [token()],
  changes: Partial<LookedAtModule> = {},
): LookedAtModule {
  return { ...moduleWith(tokens), answeredMs: 18, isSilent: false, ...changes }
}

export function silent(changes: Partial<LookedAtModule> = {}): LookedAtModule {
  return answering([token()], { isSilent: true, path: '/lib/silent.so', name: 'silent.so', ...changes })
}

export function driver(changes: Partial<DriverEntry> = {}): DriverEntry {
  return {
    ...{ path: '/lib/module.so', name: 'module.so', origins: ['user'], interface: 'pkcs11', bits: 64, cpu: 'x64' },
    ...{ state: 'ready', isRemovable: true, ...changes },
  }
}

/** One key that is read through one driver, but for what is told. */
export function look(changes: Partial<DeviceLook> = {}): DeviceLook {
  return { modules: [answering()], drivers: [driver()], ...changes }
}

export function run(check: (look: LookAtDevices) => Check, seen: DeviceLook): Promise<readonly Finding[]> {
  return check(() => Promise.resolve(seen)).run(new AbortController().signal)
}

/** State and code of each row, with what it is about. */
export async function rows(check: (look: LookAtDevices) => Check, seen: DeviceLook): Promise<readonly string[]> {
  return (await run(check, seen)).map(brief)
}

export function brief({ state, failure, subject }: Finding): string {
  return [state, failure?.code, subject].filter((part) => part !== undefined).join(' ')
}
