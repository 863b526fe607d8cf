import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HelpReference } from '../../shared/content/help-reference.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { ArticlesLanguage } from './articles-language.tsx'
import { ArticleView } from './article-view.tsx'
import { SearchPanel } from './search-panel.tsx'
import { useHelp } from './help-store.ts'
import { HelpTabs } from './help-tabs.tsx'
import { useFocusOnReturn } from './use-focus-on-return.ts'
import './help.css'

/** 帮助中心: a search over everything, the topics, and one article at a time. */
export function HelpPage() {
  const { t } = useTranslation(['help', 'layout', 'common'])
  const shown = useHelp((state) => state.trail.at(-1))
  const query = useHelp((state) => state.query)
  const search = useHelp((state) => state.search)
  const failure = useHelp((state) => state.failure)
  const isSearching = useHelp((state) => state.hits !== undefined)
  const readTopics = useHelp((state) => state.readTopics)
  const { fieldRef, topicsRef, onBack } = useFocusOnReturn(shown)
  useEffect(() => void readTopics(), [readTopics])
  return (
    <>
      <PageHeader title={t('layout:pages.help')} />
      <SearchPanel fieldRef={fieldRef} />
      <ArticlesLanguage />
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <Button onClick={() => void search(query)}>{t('common:retry')}</Button>
        </FailureNotice>
      )}
      {shown !== undefined && <OpenedArticle key={shown} reference={shown} onBack={onBack} />}
      {shown === undefined && !isSearching && <HelpTabs topicsRef={topicsRef} />}
    </>
  )
}

interface OpenedArticleProps {
  readonly reference: HelpReference
  readonly onBack: () => void
}

/** The focus goes to 返回: whoever came by the keyboard reads on from there. */
function OpenedArticle({ reference, onBack }: OpenedArticleProps) {
  const { t } = useTranslation('help')
  const open = useHelp((state) => state.open)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <section className="panel help-opened">
      <Button ref={button} onClick={onBack}>
        {t('back')}
      </Button>
      <ArticleView reference={reference} onOpen={open} />
    </section>
  )
}
