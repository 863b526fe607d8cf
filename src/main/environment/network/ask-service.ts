import type { PlatformConnection, ServiceInfo } from '../../platform/platform.ts'

/** What the platform says about itself, asked once. Codes of every call of the platform. */
export type AskService = () => Promise<ServiceInfo>

/** One question for all checks that want to know at the same time; its Date measures the clock as well. */
export function createAskService({ service }: Pick<PlatformConnection, 'service'>): AskService {
  let asking: Promise<ServiceInfo> | undefined
  return () => {
    // Whoever looks wants to see the first attempt, and within the time of a check.
    asking ??= service({ repeat: false }).finally(() => {
      asking = undefined
    })
    return asking
  }
}
