import { useTranslation } from 'react-i18next'
import type { KnowledgePage } from '../../shared/ipc/models-knowledge.ts'
import { textOfPlatform, type HelpReference } from '../../shared/content/help-reference.ts'
import { isReference, type Reference } from '../../shared/knowledge/reference.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { AnnouncementView } from '../content/announcement-view.tsx'
import { FaqView } from '../content/faq-view.tsx'
import { ArticleBlocks } from './article-blocks.tsx'
import { checkNow } from './check-now.ts'
import { CodeBackground, CodeSummary } from './code-facts.tsx'
import { LinkList } from './link-list.tsx'
import { useKnowledgePage } from './use-knowledge-page.ts'
import './help.css'

interface ArticleViewProps {
  readonly reference: HelpReference
  readonly onOpen: (reference: HelpReference) => void
}

/** One page of 帮助中心, in the page and in the drawer: our own, or what the platform has published. */
export function ArticleView({ reference, onOpen }: ArticleViewProps) {
  const text = textOfPlatform(reference)
  if (text?.kind === 'faq') return <FaqView id={text.id} />
  if (text !== undefined) return <AnnouncementView id={text.id} />
  return isReference(reference) ? <KnowledgeView reference={reference} onOpen={onOpen} /> : null
}

interface KnowledgeViewProps {
  readonly reference: Reference
  readonly onOpen: (reference: HelpReference) => void
}

function KnowledgeView({ reference, onOpen }: KnowledgeViewProps) {
  const { t } = useTranslation('help')
  const { page, failure } = useKnowledgePage(reference)
  if (failure !== undefined) return <FailureNotice failure={failure} />
  if (page === undefined) {
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton rows={6} />
      </div>
    )
  }
  return <ArticleText page={page} onOpen={onOpen} />
}

/** Articles are written in Chinese only; a page in another language has to say so to a screen reader. */
const articleLanguage = 'zh-CN'

interface ArticleTextProps {
  readonly page: KnowledgePage
  readonly onOpen: (reference: HelpReference) => void
}

function ArticleText({ page, onOpen }: ArticleTextProps) {
  const { t } = useTranslation('help')
  const { reference, title, blocks, article, code, check, related, codes } = page
  return (
    <article className="help-article" aria-label={title}>
      <h2 lang={code === undefined ? articleLanguage : undefined}>{title}</h2>
      {code !== undefined && <CodeSummary code={reference} facts={code} />}
      {check !== undefined && (
        <p className="help-check">
          <Button type="primary" onClick={checkNow}>
            {t('checkNow')}
          </Button>
        </p>
      )}
      {article !== undefined && <h2 className="help-more">{t('more', { title: article.title })}</h2>}
      <div lang={articleLanguage} className="help-blocks">
        <ArticleBlocks blocks={blocks} onOpen={onOpen} />
      </div>
      {code !== undefined && <CodeBackground facts={code} />}
      <LinkList title={t('related')} links={related} onOpen={onOpen} />
      <LinkList title={t('codes')} links={codes} withReference onOpen={onOpen} />
    </article>
  )
}
