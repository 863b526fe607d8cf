import { useTranslation } from 'react-i18next'
import type { ContentSource, FaqSummary } from '../../shared/ipc/models-content.ts'
import { call } from '../desktop.ts'
import { useHelp } from '../help/help-store.ts'
import { LinkList } from '../help/link-list.tsx'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ContentFrame } from './content-frame.tsx'
import { useContent } from './use-content.ts'

const ask = (_all: string, source: ContentSource) => call('content:list-faqs', { source })

/** 常见问答, by what they are about. */
export function Faqs() {
  const { t } = useTranslation('content')
  const open = useHelp((state) => state.open)
  const answer = useContent(ask, 'all')
  return (
    <ContentFrame answer={answer}>
      {({ items }) => (
        <>
          {items.length === 0 && <EmptyPanel title={t('faq.nothing')} text={t('faq.nothingText')} />}
          <div className="help-topics">
            {[...byCategory(items, t('faq.other'))].map(([category, faqs]) => (
              <div key={category} className="panel">
                <LinkList title={category} links={faqs.map(toLink)} onOpen={open} />
              </div>
            ))}
          </div>
        </>
      )}
    </ContentFrame>
  )
}

function toLink({ id, question }: FaqSummary) {
  return { reference: `faq:${id}`, title: question } as const
}

/** In the order of the platform; those without a category last. */
function byCategory(items: readonly FaqSummary[], other: string): ReadonlyMap<string, readonly FaqSummary[]> {
  const named = [...new Set(items.flatMap(({ category }) => category ?? []))]
  const groups = named.map((name) => [name, items.filter(({ category }) => category === name)] as const)
  const rest = items.filter(({ category }) => category === undefined)
  return new Map(rest.length === 0 ? groups : [...groups, [other, rest]])
}
