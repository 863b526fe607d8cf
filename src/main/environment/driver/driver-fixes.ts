import { AppError } from '../../app-error.ts'
import type { TokenDesk } from '../../token-desk.ts'
import type { Fix } from '../fix.ts'

/** What can be done about drivers: trying one again, and opening the page where the missing one can be got. */
export function createDriverFixes(desk: Pick<TokenDesk, 'drivers' | 'overview' | 'refresh'>): readonly Fix[] {
  return [
    {
      name: 'retry-driver',
      run: async (path = '') => {
        await desk.drivers.retry(path)
        // Also where somebody had stopped waiting for it.
        await desk.refresh('asked')
      },
    },
    {
      name: 'open-driver-page',
      run: async () => {
        const driverId = desk.overview().bus?.driverId
        const isOpened = driverId !== undefined && (await desk.drivers.openPage(driverId))
        if (!isOpened) throw new AppError('environment.fixNotOffered')
      },
    },
  ]
}
