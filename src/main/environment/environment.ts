import type { Language } from '../../shared/language.ts'
import { toFailure } from '../app-error.ts'
import type { Publish } from '../ipc/publish.ts'
import type { Log } from '../logging/log.ts'
import type { TokenDesk } from '../token-desk.ts'
import type { UsbDevice } from '../usb/usb-bus.ts'
import type { Check } from './check.ts'
import { createDeviceChecks } from './device/device-checks.ts'
import { createDeviceLook } from './device/device-look.ts'
import { createDriverChecks } from './driver/driver-checks.ts'
import { createDriverFixes } from './driver/driver-fixes.ts'
import { createEnvironmentCases, type EnvironmentCases } from './environment-cases.ts'
import type { Fix } from './fix.ts'
import { createCheckRunner } from './run-checks.ts'
import { saveReport } from './save-report.ts'
import { checkSmartCardService } from './service/check-smart-card-service.ts'
import { namesSmartCardLibrary } from './service/names-smart-card-library.ts'
import { createSystemService } from './service/system-service.ts'

export interface EnvironmentParts {
  readonly desk: TokenDesk
  /** What is on the USB bus; undefined: it cannot be read. */
  readonly devices: () => Promise<readonly UsbDevice[] | undefined>
  /** The checks of the other parts: conflicting programs, network, system. */
  readonly checks: readonly Check[]
  readonly fixes: readonly Fix[]
  readonly publish: Publish
  readonly log: Log
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  readonly language: () => Language
}

export interface EnvironmentDesk {
  readonly cases: EnvironmentCases
  readonly saveReport: (text: string) => ReturnType<typeof saveReport>
}

/** 环境检测: every check there is, and what can be done about their rows. */
export function createEnvironment(parts: EnvironmentParts): EnvironmentDesk {
  const { desk, devices, publish, log, chooseSavePath, language } = parts
  const look = createDeviceLook(desk)
  const service = createSystemService(process.platform, process.env)
  const checks = [
    ...createDeviceChecks(look),
    ...createDriverChecks(look),
    checkSmartCardService({ look, service, devices, namesSmartCardLibrary }),
    ...parts.checks,
  ]
  const runner = createCheckRunner({
    checks,
    publish: (progress) => publish('environment:checked', progress),
    onUnexpected: (name, thrown) => log.failure(`environment:${name}`, toFailure(thrown), thrown),
  })
  return {
    cases: createEnvironmentCases(runner, [...createDriverFixes(desk), ...parts.fixes]),
    saveReport: (text) => saveReport(text, { chooseSavePath, language, now: () => new Date() }),
  }
}
