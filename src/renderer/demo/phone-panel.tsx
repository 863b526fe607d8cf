import { useTranslation } from 'react-i18next'
import type { DemoMessage } from '../../shared/ipc/models.ts'
import { localTime } from '../../shared/format/date-time.ts'
import { useDemo } from './demo-store.ts'
import './demo.css'

/** The phone that would receive the text messages. It has its own place in the navigation, so it covers nothing. */
export function PhonePanel() {
  const { t } = useTranslation('demo')
  const isOpen = useDemo((state) => state.isPhoneOpen)
  const messages = useDemo((state) => state.messages)
  const toggle = useDemo((state) => state.togglePhone)
  return (
    <section className="phone" aria-label={t('phone.title')}>
      <button
        type="button"
        className="phone-title"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'phone.collapse' : 'phone.expand')}
        onClick={toggle}
      >
        {t('phone.title')}
        <span aria-hidden="true">{isOpen ? '–' : '+'}</span>
      </button>
      {isOpen && (
        <ol className="phone-messages" aria-live="polite" tabIndex={0}>
          {messages.length === 0 && <li className="phone-empty">{t('phone.empty')}</li>}
          {messages.map((message) => (
            <PhoneMessage key={message.id} message={message} />
          ))}
        </ol>
      )}
    </section>
  )
}

function PhoneMessage({ message }: { readonly message: DemoMessage }) {
  return (
    <li className="phone-message">
      <span className="phone-meta">
        {message.maskedPhone} {localTime(new Date(message.at))}
      </span>
      {message.text}
      <strong className="phone-code">{message.code}</strong>
    </li>
  )
}
