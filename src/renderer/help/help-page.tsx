import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HelpReference } from '../../shared/content/help-reference.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { ArticleView } from './article-view.tsx'
import { SearchPanel } from './search-panel.tsx'
import { useHelp } from './help-store.ts'
import { HelpTabs } from './help-tabs.tsx'
import './help.css'

/** 帮助中心: a search over everything, the topics, and one article at a time. */
export function HelpPage() {
  const { t } = useTranslation(['help', 'layout', 'common'])
  const shown = useHelp((state) => state.trail.at(-1))
  const failure = useHelp((state) => state.failure)
  const isSearching = useHelp((state) => state.hits !== undefined)
  const readTopics = useHelp((state) => state.readTopics)
  useEffect(() => void readTopics(), [readTopics])
  return (
    <>
      <PageHeader title={t('layout:pages.help')} />
      <SearchPanel />
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <Button onClick={() => void readTopics()}>{t('common:retry')}</Button>
        </FailureNotice>
      )}
      {shown !== undefined && <OpenedArticle key={shown} reference={shown} />}
      {shown === undefined && !isSearching && <HelpTabs />}
    </>
  )
}

/** The focus goes to 返回: whoever came by the keyboard reads on from there. */
function OpenedArticle({ reference }: { readonly reference: HelpReference }) {
  const { t } = useTranslation('help')
  const open = useHelp((state) => state.open)
  const back = useHelp((state) => state.back)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <section className="panel help-opened">
      <Button ref={button} onClick={back}>
        {t('back')}
      </Button>
      <ArticleView reference={reference} onOpen={open} />
    </section>
  )
}
