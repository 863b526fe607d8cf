import { LoginDialog } from '../account/login-dialog.tsx'
import { assertNever } from '../../shared/assert-never.ts'
import { CertificatesPage } from '../certificates/certificates-page.tsx'
import { Toaster } from '../components/toaster.tsx'
import { DemoFrame } from '../demo/demo-frame.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { ClosingDialog } from '../renewal/closing-dialog.tsx'
import { RenewalPage } from '../renewal/renewal-page.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { useNavigation, type Page } from './navigation-store.ts'
import { SideNavigation } from './side-navigation.tsx'
import './layout.css'

/** The window: navigation on the left, one page, and what lies over all of them. */
export function Shell() {
  const page = useNavigation((state) => state.page)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  return (
    <div className={isDemo ? 'shell shell-demo' : 'shell'}>
      <SideNavigation />
      <main className="page" key={page}>
        <PageContent page={page} />
      </main>
      <LoginDialog />
      <ClosingDialog />
      <Toaster />
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
    case 'settings':
      return <SettingsPage />
    default:
      return assertNever(page)
  }
}
