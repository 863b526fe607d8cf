import { act, cleanup, configure, render } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import type { StoreApi } from 'zustand'
import type { FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { useAccount } from '../account/account-store.ts'
import { App } from '../app.tsx'
import { useAppearance } from '../appearance/appearance-store.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useContentOverview } from '../content/content-store.ts'
import { useTransfers } from '../content/transfers-store.ts'
import { useClock } from '../components/clock-store.ts'
import { useToast } from '../components/toast-store.ts'
import { useDemo } from '../demo/demo-store.ts'
import { useEnvironment } from '../environment/environment-store.ts'
import { useHelpDrawer } from '../help/help-drawer-store.ts'
import { useHelp } from '../help/help-store.ts'
import { useDiagnostics } from '../diagnostics/diagnostics-store.ts'
import { startI18n } from '../i18n/index.ts'
import { readAhead } from '../later-parts.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import { useEnquiries, useOrders, useShipments } from '../orders/orders-store.ts'
import { usePins } from '../pin/pin-store.ts'
import { usePlatformCertificates } from '../platform-certificates/platform-certificates-store.ts'
import { usePlatform } from '../platform/platform-store.ts'
import { useReminders } from '../reminders/reminders-store.ts'
import { useClosing } from '../renewal/closing-store.ts'
import { useGate } from '../renewal/gate-store.ts'
import { useReceipts } from '../renewal/receipts-store.ts'
import { useRenewals } from '../renewal/renewal-store.ts'
import { useDrivers } from '../settings/drivers-store.ts'
import { useSettings } from '../settings/settings-store.ts'
import { useRequirements } from '../seals/requirements/requirements-store.ts'
import { useSealRegister } from '../seals/register/register-store.ts'
import { useSealPictures } from '../seals/list/seal-pictures-store.ts'
import { useSeals } from '../seals/list/seals-store.ts'
import { useAfterRenewal } from '../after-renewal/after-renewal-store.ts'
import { useSigning } from '../signing/signing-store.ts'
import { useUpdate } from '../update/update-store.ts'
import { useWaiting } from '../waiting/waiting-store.ts'

/** For tests only: the whole program on a fake desktop. */
export async function renderApp(desktop: FakeDesktop): Promise<UserEvent> {
  // States are waited for; on a machine that is busy they may take their time.
  configure({ asyncUtilTimeout: 15_000 })
  await startI18n('zh-CN')
  Object.assign(window, { desktop: desktop.bridge, matchMedia: reducedMotion, ResizeObserver: StillObserver })
  await useAppearance.getState().load()
  // On the disk they are there at once; here each would be translated first, while a test waits.
  await readAhead()
  render(<App />)
  // The first answers arrive in microtasks.
  await act(() => Promise.resolve())
  return userEvent.setup()
}

/** The stores live as long as the page; a test begins with none of the one before. */
export function forgetApp(): void {
  cleanup()
  reset(useAccount)
  reset(useAppearance)
  reset(useCertificates)
  reset(useClock)
  reset(useClosing)
  reset(useContentOverview)
  reset(useTransfers)
  reset(useDemo)
  reset(useDiagnostics)
  reset(useGate)
  reset(useHelp)
  reset(useHelpDrawer)
  reset(useDrivers)
  reset(useEnvironment)
  reset(useEnquiries)
  reset(useNavigation)
  reset(useOrders)
  reset(usePins)
  reset(usePlatform)
  reset(usePlatformCertificates)
  reset(useReceipts)
  reset(useReminders)
  reset(useRenewals)
  reset(useRequirements)
  reset(useSealRegister)
  reset(useSealPictures)
  reset(useSeals)
  reset(useAfterRenewal)
  reset(useSettings)
  reset(useShipments)
  reset(useSigning)
  reset(useToast)
  reset(useUpdate)
  reset(useWaiting)
}

function reset<T>(store: StoreApi<T>): void {
  store.setState(store.getInitialState(), true)
}

/** jsdom has no media queries; without motion a dialog is there or gone at once. */
function reducedMotion(query: string) {
  return { matches: query.includes('reduce'), media: query, addEventListener: ignore, removeEventListener: ignore }
}

/** jsdom lays nothing out, so nothing changes its size. */
const StillObserver = function StillObserver() {
  return { observe: ignore, unobserve: ignore, disconnect: ignore }
}

function ignore(): void {
  // Nothing changes in a test.
}
