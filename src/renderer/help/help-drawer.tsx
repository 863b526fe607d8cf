import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { ArticleView } from './article-view.tsx'
import { useHelpDrawer } from './help-drawer-store.ts'

/** Above dialogs and what is told in passing: it explains them. */
const aboveDialogs = 1200

/** The page of a code or an article, over what is being done; the focus goes back to where it came from. */
export function HelpDrawer() {
  const { t } = useTranslation('help')
  const trail = useHelpDrawer((state) => state.trail)
  const open = useHelpDrawer((state) => state.open)
  const back = useHelpDrawer((state) => state.back)
  const close = useHelpDrawer((state) => state.close)
  const shown = trail.at(-1)
  return (
    <Drawer
      title={t('drawer')}
      open={shown !== undefined}
      onClose={close}
      size="min(30rem, 100vw)"
      zIndex={aboveDialogs}
      destroyOnHidden
      extra={trail.length > 1 && <Button onClick={back}>{t('back')}</Button>}
    >
      {shown !== undefined && <ArticleView key={shown} reference={shown} onOpen={open} />}
    </Drawer>
  )
}
