import { useTranslation } from 'react-i18next'
import { useContentOverview } from '../content/content-store.ts'
import { useDemo } from '../demo/demo-store.ts'
import { PhonePanel } from '../demo/phone-panel.tsx'
import { UpdateMark } from '../update/update-mark.tsx'
import { AccountBlock } from './account-block.tsx'
import { mainPages, useNavigation, type Page } from './navigation-store.ts'

export function SideNavigation() {
  const { t } = useTranslation('layout')
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  return (
    <aside className="side">
      <div className="brand">
        <span className="brand-logo" aria-hidden="true">
          {t('logo')}
        </span>
        {t('product')}
      </div>
      <nav className="side-links" aria-label={t('navigation')}>
        {mainPages.map((page) => (
          <PageLink key={page} page={page} />
        ))}
        <span className="side-space">{isDemo && <PhonePanel />}</span>
        <PageLink page="settings" />
      </nav>
      <AccountBlock />
    </aside>
  )
}

function PageLink({ page }: { readonly page: Page }) {
  const { t } = useTranslation('layout')
  const isCurrent = useNavigation((state) => state.page === page)
  const go = useNavigation((state) => state.go)
  return (
    <button type="button" className="side-link" aria-current={isCurrent ? 'page' : undefined} onClick={() => go(page)}>
      {t(`pages.${page}`)}
      {page === 'help' && <UnreadMark />}
      {page === 'settings' && <UpdateMark />}
    </button>
  )
}

/** A quiet number; what it counts is said to who cannot see it. */
function UnreadMark() {
  const { t } = useTranslation(['content', 'common'])
  const unread = useContentOverview((state) => state.overview.unread)
  if (unread === 0) return null
  return (
    <>
      <span className="side-mark" aria-hidden="true">
        {unread}
      </span>
      <span className="visually-hidden">
        {t('common:separator')}
        {t('unread', { count: unread })}
      </span>
    </>
  )
}
