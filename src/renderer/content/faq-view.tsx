import { useTranslation } from 'react-i18next'
import { localDate } from '../../shared/format/date-time.ts'
import { call } from '../desktop.ts'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ContentFrame } from './content-frame.tsx'
import { PlatformText } from './platform-text.tsx'
import { useContent } from './use-content.ts'

/** They all came with the list. */
const ask = (id: string) => call('content:read-faq', { id })

/** One question and its answer. */
export function FaqView({ id }: { readonly id: string }) {
  const { t } = useTranslation('content')
  const answer = useContent(ask, id)
  const isGone = answer.value === undefined && !answer.isLoading && answer.failure === undefined
  if (isGone) return <EmptyPanel title={t('faq.gone')} text={t('faq.goneText')} />
  return (
    <ContentFrame answer={answer}>
      {({ question, updatedAt, blocks }) => (
        <PlatformText
          text={{ kind: 'faq', id }}
          title={question}
          note={t('updated', { date: localDate(new Date(updatedAt)) })}
          blocks={blocks}
        />
      )}
    </ContentFrame>
  )
}
