import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/account-store.ts'
import { Button } from '../components/button.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { EmptyPanel } from './empty-panel.tsx'
import { ListFailure } from './list-failure.tsx'
import { ListPager } from './list-pager.tsx'
import type { ListChannel, ListState } from './list-store.ts'
import { LoginInvitation } from './login-invitation.tsx'
import './platform.css'

interface ListFrameProps<C extends ListChannel> {
  readonly list: ListState<C>
  /** Which invitation to log in. */
  readonly about: 'certificates' | 'orders' | 'seals'
  /** What to show where the list has nothing on it. */
  readonly empty: ReactNode
  readonly children: ReactNode
}

/** What every list of the platform has around it: why there is none, how old it is, and its pages. */
export function ListFrame<C extends ListChannel>({ list, about, empty, children }: ListFrameProps<C>) {
  const isConfigured = useAccount((state) => state.account.platformAddress !== undefined)
  const isLoggedIn = useAccount((state) => state.account.displayName !== undefined)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const { shown, failure, isLoading } = list
  // The demonstration's platform takes a moment to start.
  if (!isConfigured) return isDemo ? <Loading /> : <NoPlatform />
  if (shown !== undefined) {
    return (
      <>
        <ListFailure failure={failure} isLoggedIn={isLoggedIn} readAt={shown.readAt} onRetry={list.reload} />
        <div className={isLoading ? 'list-content list-content-old' : 'list-content'} aria-busy={isLoading}>
          {shown.items.length === 0 ? empty : children}
        </div>
        <ListPager list={shown} page={list.query.page} onPage={(page) => void list.ask({ ...list.query, page })} />
      </>
    )
  }
  if (isLoading) return <Loading />
  const needsLogin = failure === undefined ? !isLoggedIn : failure.code === 'platform.loginRequired'
  if (needsLogin) return <LoginInvitation about={about} onLoggedIn={list.reload} />
  return failure === undefined ? <Loading /> : <ListFailure failure={failure} isLoggedIn onRetry={list.reload} />
}

function Loading() {
  const { t } = useTranslation('platform')
  return (
    <div className="panel list-loading" role="status" aria-label={t('list.loading')}>
      <p className="soft">{t('list.loading')}</p>
      <Skeleton rows={6} />
    </div>
  )
}

function NoPlatform() {
  const { t } = useTranslation(['platform', 'common'])
  const go = useNavigation((state) => state.go)
  return (
    <EmptyPanel title={t('list.noPlatform.title')} text={t('list.noPlatform.text')}>
      <Button type="primary" onClick={() => go('settings')}>
        {t('common:goToSettings')}
      </Button>
    </EmptyPanel>
  )
}
