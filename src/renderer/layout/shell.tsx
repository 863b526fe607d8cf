import { lazy, Suspense } from 'react'
import { LoginDialog } from '../account/login-dialog.tsx'
import { assertNever } from '../../shared/assert-never.ts'
import { CertificatesPage } from '../certificates/certificates-page.tsx'
import { Toaster } from '../components/toaster.tsx'
import { DemoFrame } from '../demo/demo-frame.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { HelpDrawerSlot } from '../help/help-drawer-slot.tsx'
import { ClosingDialog } from '../renewal/closing-dialog.tsx'
import { RenewalPage } from '../renewal/renewal-page.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { WaitingAnywhere } from '../waiting/waiting-notice.tsx'
import { useNavigation, type Page } from './navigation-store.ts'
import { SideNavigation } from './side-navigation.tsx'
import './layout.css'

// Their tables are heavy, and most days nobody needs them: they are read from the disk when they are opened.
const PlatformCertificatesPage = lazy(async () => {
  const { PlatformCertificatesPage: page } = await import('../platform-certificates/platform-certificates-page.tsx')
  return { default: page }
})
const OrdersPage = lazy(async () => {
  const { OrdersPage: page } = await import('../orders/orders-page.tsx')
  return { default: page }
})
const HelpPage = lazy(async () => {
  const { HelpPage: page } = await import('../help/help-page.tsx')
  return { default: page }
})

/** The window: navigation on the left, one page, and what lies over all of them. */
export function Shell() {
  const page = useNavigation((state) => state.page)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  return (
    <div className={isDemo ? 'shell shell-demo' : 'shell'}>
      <SideNavigation />
      <main className="page" key={page}>
        <WaitingAnywhere />
        <Suspense fallback={null}>
          <PageContent page={page} />
        </Suspense>
      </main>
      <LoginDialog />
      <ClosingDialog />
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
    case 'orders':
      return <OrdersPage />
    case 'help':
      return <HelpPage />
    case 'settings':
      return <SettingsPage />
    default:
      return assertNever(page)
  }
}
