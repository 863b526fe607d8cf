import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { KeyAlgorithm } from '../../../src/shared/platform/schemas/certificates.ts'
import { maxSealImageBytes } from '../../../src/shared/platform/schemas/seals.ts'
import { optionalFeatures } from '../../../src/shared/platform/schemas/service.ts'
import { familyOf } from '../authority/signing/key-family.ts'
import { knownMaintenance } from '../maintenance.ts'
import type { Platform } from '../platform.ts'
import { instant } from './instant.ts'
import { smsPerDay } from './sms-handlers.ts'

export function getService(platform: Platform): PlatformAnswer<'getService'> {
  const { clock, authorities, settings } = platform
  const maintenance = knownMaintenance(platform)
  return {
    name: '证书在线服务平台',
    apiVersion: '1.0',
    time: instant(clock.now()),
    ...(maintenance === undefined
      ? {}
      : {
          maintenance: {
            from: instant(maintenance.from),
            until: instant(maintenance.until),
            notice: maintenance.notice,
          },
        }),
    features: [...optionalFeatures],
    keyAlgorithms: KeyAlgorithm.options.filter((name) =>
      authorities.families.some((family) => family === familyOf(name)),
    ),
    limits: {
      sealImageBytes: maxSealImageBytes,
      smsPerDay,
      smsResendSeconds: Math.ceil(settings.smsResendMs / 1000),
    },
  }
}
