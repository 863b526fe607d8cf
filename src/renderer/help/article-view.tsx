import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KnowledgePage } from '../../shared/ipc/models-knowledge.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { ArticleBlocks } from './article-blocks.tsx'
import { canCheckNow, checkNow } from './check-now.ts'
import { CodeBackground, CodeSummary } from './code-facts.tsx'
import { SealsLink } from '../seals/seals-link.tsx'
import { LinkList } from './link-list.tsx'
import { useKnowledgePage } from './use-knowledge-page.ts'
import './help.css'

interface ArticleViewProps {
  readonly reference: Reference
  readonly onOpen: (reference: Reference) => void
}

/** One page of 帮助中心, in the page and in the drawer. */
export function ArticleView({ reference, onOpen }: ArticleViewProps) {
  const { t } = useTranslation('help')
  const { page, failure } = useKnowledgePage(reference)
  if (failure !== undefined) return <FailureNotice failure={failure} />
  if (page === undefined) {
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton active title paragraph={{ rows: 6 }} />
      </div>
    )
  }
  return <ArticleText page={page} onOpen={onOpen} />
}

interface ArticleTextProps {
  readonly page: KnowledgePage
  readonly onOpen: (reference: Reference) => void
}

function ArticleText({ page, onOpen }: ArticleTextProps) {
  const { t } = useTranslation('help')
  const { reference, title, blocks, article, code, check, related, codes } = page
  return (
    <article className="help-article" aria-label={title}>
      <h2>{title}</h2>
      {code !== undefined && <CodeSummary code={reference} facts={code} />}
      {check !== undefined && canCheckNow && (
        <p className="help-check">
          <Button type="primary" onClick={checkNow}>
            {t('checkNow')}
          </Button>
        </p>
      )}
      <SealsLink reference={reference} />
      {article !== undefined && <h2 className="help-more">{t('more', { title: article.title })}</h2>}
      <ArticleBlocks blocks={blocks} onOpen={onOpen} />
      {code !== undefined && <CodeBackground facts={code} />}
      <LinkList title={t('related')} links={related} onOpen={onOpen} />
      <LinkList title={t('codes')} links={codes} withReference onOpen={onOpen} />
    </article>
  )
}
