import type { DriverEntry } from '../../../shared/ipc/models-drivers.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { DeviceLook, LookedAtModule } from '../device/device-look.ts'

/** A driver that is put to use, with what its process has told. */
export interface UsedDriver {
  readonly driver: DriverEntry
  readonly module: LookedAtModule | undefined
}

const used: readonly DriverEntry['state'][] = ['starting', 'ready', 'failed', 'quarantined']

/** Those that are loaded or were meant to be; a driver that waits for its key, or stands aside for a better copy, is not. */
export function usedDrivers({ drivers, modules }: DeviceLook): readonly UsedDriver[] {
  return drivers
    .filter(({ state }) => used.includes(state))
    .map((driver) => ({ driver, module: modules.find(({ path }) => path === driver.path) }))
}

/**
 * One row for each driver in use, named by its path. While another driver works, one that does not blocks nothing: it may
 * not even be this key's.
 */
export function perDriver(look: DeviceLook, judge: (used: UsedDriver) => Finding | undefined): readonly Finding[] {
  const all = usedDrivers(look)
  const works = all.some(({ driver, module }) => driver.state === 'ready' && module?.isSilent !== true)
  const findings = all.flatMap((one): readonly Finding[] => {
    const finding = judge(one)
    if (finding === undefined) return []
    const { path } = one.driver
    const details = [{ label: 'path', value: path }, ...(finding.details ?? [])]
    return [{ ...finding, subject: path, details, state: softened(finding, works) }]
  })
  return findings.length > 0 ? findings : [{ state: 'not-applicable', facts: { form: 'no-driver' } }]
}

function softened({ state }: Finding, works: boolean): Finding['state'] {
  return state === 'blocked' && works ? 'attention' : state
}
