import { useEffect } from 'react'
import { useAccount } from '../account/account-store.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { CertificatesPage } from '../certificates/certificates-page.tsx'
import { useCertificates } from '../certificates/certificates-store.ts'
import { Once } from '../components/later.tsx'
import { Toaster } from '../components/toaster.tsx'
import { DemoFrame } from '../demo/demo-frame.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { HelpDrawerSlot } from '../help/help-drawer-slot.tsx'
import {
  ClosingDialog,
  EnvironmentPage,
  HelpPage,
  LoginDialog,
  OrdersPage,
  PlatformCertificatesPage,
  readAhead,
  RenewalPage,
  SealsPage,
  SettingsPage,
} from '../later-parts.tsx'
import { useClosing } from '../renewal/closing-store.ts'
import { WaitingAnywhere } from '../waiting/waiting-notice.tsx'
import { useNavigation, type Page } from './navigation-store.ts'
import { SideNavigation } from './side-navigation.tsx'
import './layout.css'

/** The window: navigation on the left, one page, and what lies over all of them. */
export function Shell() {
  const page = useNavigation((state) => state.page)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isLoginOpen = useAccount((state) => state.isLoginOpen)
  const isClosing = useClosing((state) => state.renewalId !== undefined)
  useReadAhead()
  return (
    <div className={isDemo ? 'shell shell-demo' : 'shell'}>
      <SideNavigation />
      <main className="page" key={page}>
        <WaitingAnywhere />
        <PageContent page={page} />
      </main>
      <Once when={isLoginOpen}>
        <LoginDialog />
      </Once>
      <Once when={isClosing}>
        <ClosingDialog />
      </Once>
      <Toaster />
      <HelpDrawerSlot />
      {isDemo && <DemoFrame />}
    </div>
  )
}

function PageContent({ page }: { readonly page: Page }) {
  switch (page) {
    case 'certificates':
      return <CertificatesPage />
    case 'renewal':
      return <RenewalPage />
    case 'platform-certificates':
      return <PlatformCertificatesPage />
    case 'seals':
      return <SealsPage />
    case 'orders':
      return <OrdersPage />
    case 'environment':
      return <EnvironmentPage />
    case 'help':
      return <HelpPage />
    case 'settings':
      return <SettingsPage />
    default:
      return assertNever(page)
  }
}

/** Once the dates are there, or it is known that there are none. */
function useReadAhead(): void {
  const isShown = useCertificates((state) => state.overview?.complete === true)
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setTimeout(() => void readAhead())
    return () => clearTimeout(timer)
  }, [isShown])
}
