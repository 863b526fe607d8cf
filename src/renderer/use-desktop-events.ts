import { useEffect } from 'react'
import { useAccount } from './account/account-store.ts'
import { useAfterRenewal } from './after-renewal/after-renewal-store.ts'
import { useContentOverview } from './content/content-store.ts'
import { useTransfers } from './content/transfers-store.ts'
import { useCertificates } from './certificates/certificates-store.ts'
import { useDemo } from './demo/demo-store.ts'
import { listen } from './desktop.ts'
import { useEnvironment } from './environment/environment-store.ts'
import { useDiagnostics } from './diagnostics/diagnostics-store.ts'
import { usePlatform } from './platform/platform-store.ts'
import { usePlatformWatch } from './platform/use-platform-watch.ts'
import { followReminder } from './reminders/follow-reminder.ts'
import { useReminders } from './reminders/reminders-store.ts'
import { useClosing } from './renewal/closing-store.ts'
import { useRenewals } from './renewal/renewal-store.ts'
import { useDrivers } from './settings/drivers-store.ts'
import { useSettings } from './settings/settings-store.ts'
import { useUpdate } from './update/update-store.ts'
import { useWaiting } from './waiting/waiting-store.ts'

/** Joins what main pushes to the stores, and asks once for what was there before. Listening comes first: no gap. */
export function useDesktopEvents(): void {
  usePlatformWatch()
  useEffect(() => {
    const stops = [
      listen('app:closing', ({ renewalId }) => useClosing.getState().asked(renewalId)),
      listen('certificates:changed', (overview) => {
        useCertificates.getState().received(overview)
        void learnDemo()
      }),
      listen('renewal:changed', (renewal) => {
        useRenewals.getState().received(renewal)
        if (renewal.state === 'completed') void useAfterRenewal.getState().load()
      }),
      listen('account:changed', (account) => {
        useAccount.getState().received(account)
        // Another platform has other contents.
        void useContentOverview.getState().load()
      }),
      listen('content:changed', (overview) => useContentOverview.getState().received(overview)),
      listen('content:transfers', (transfers) => useTransfers.getState().received(transfers)),
      listen('platform:changed', (status) => usePlatform.getState().received(status)),
      listen('drivers:changed', (report) => useDrivers.getState().received(report)),
      listen('token:waiting', (waiting) => useWaiting.getState().received(waiting)),
      listen('environment:checked', (progress) => useEnvironment.getState().received(progress)),
      listen('diagnostics:collected', (section) => useDiagnostics.getState().received(section)),
      listen('reminders:changed', (report) => useReminders.getState().received(report)),
      listen('reminders:asked', followReminder),
      listen('update:changed', (report) => useUpdate.getState().received(report)),
      listen('demo:message', (message) => useDemo.getState().received(message)),
    ]
    void loadAll()
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}

/** None of these rejects: each store keeps its own failure. */
async function loadAll(): Promise<void> {
  // The dates are what one looks for: the rest is asked when they are there.
  await useCertificates.getState().load()
  await Promise.all([
    useRenewals.getState().load(),
    useAccount.getState().load(),
    useSettings.getState().load(),
    useDrivers.getState().load(),
    useDemo.getState().load(),
    useWaiting.getState().load(),
    useAfterRenewal.getState().load(),
    useContentOverview.getState().load(),
    useUpdate.getState().load(),
  ])
}

/** Which token the demo found and where its platform is are known only once it runs, which its certificates show. */
async function learnDemo(): Promise<void> {
  const { app, load } = useDemo.getState()
  if (app?.mode !== 'demo' || app.demoToken !== undefined) return
  await Promise.all([load(), useAccount.getState().load(), useSettings.getState().load()])
}
