import { useTranslation } from 'react-i18next'
import type { Enquiry } from '../../shared/ipc/models-platform.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ListFrame } from '../platform/list-frame.tsx'
import { RefreshButton } from '../platform/refresh-button.tsx'
import { useList } from '../platform/use-list.ts'
import { useEnquiries } from './orders-store.ts'

const tones = { open: 'warn', answered: 'good', closed: 'none' } as const

/** 咨询, to read. */
export function Enquiries() {
  const { t } = useTranslation('orders')
  const list = useList(useEnquiries)
  return (
    <div className="orders">
      <div className="filters">
        <span className="filters-space" />
        <RefreshButton list={list} />
      </div>
      <ListFrame
        list={list}
        about="orders"
        empty={<EmptyPanel title={t('enquiry.nothing')} text={t('enquiry.nothingText')} />}
      >
        <ul className="panel list">
          {list.shown?.items.map((enquiry) => (
            <EnquiryItem key={enquiry.id} enquiry={enquiry} />
          ))}
        </ul>
      </ListFrame>
    </div>
  )
}

function EnquiryItem({ enquiry }: { readonly enquiry: Enquiry }) {
  const { t } = useTranslation('orders')
  const { title, question, state, askedAt, answer, answeredAt } = enquiry
  const moment = (instant: string) => ({ at: localDateTime(new Date(instant)) })
  return (
    <li className="list-row">
      <div className="list-text">
        <h2 className="order-name">
          <span className="holder-name">{title}</span>
          <span className={`tag tag-${tones[state]}`}>{t(`enquiry.state.${state}`)}</span>
        </h2>
        <p className="lines">{question}</p>
        {answer !== undefined && (
          <div className="answer">
            <h3>{t('enquiry.answer')}</h3>
            <p className="lines">{answer}</p>
          </div>
        )}
        <ul className="meta">
          <li>{t('enquiry.askedAt', moment(askedAt))}</li>
          {answeredAt !== undefined && <li>{t('enquiry.answeredAt', moment(answeredAt))}</li>}
        </ul>
      </div>
    </li>
  )
}
