import { useTranslation } from 'react-i18next'
import type { CodeFacts } from '../../shared/ipc/models-knowledge.ts'
import { Fields } from '../components/fields.tsx'

const tones = { notice: 'tag', problem: 'tag tag-warn', serious: 'tag tag-bad' } as const

interface CodeSummaryProps {
  readonly code: string
  readonly facts: CodeFacts
}

/** What a code says: how bad it is, why, what to do now, and who can help. */
export function CodeSummary({ code, facts }: CodeSummaryProps) {
  const { t } = useTranslation('help')
  return (
    <section className="help-code">
      <p className="help-code-name">
        <span className={tones[facts.severity]}>{t(`severity.${facts.severity}`)}</span>
        <code>{code}</code>
      </p>
      <p>{facts.cause}</p>
      {facts.reasons.length > 0 && (
        <>
          <h3>{t('reasons')}</h3>
          <ul>
            {facts.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('nextStep')}</h3>
      <p>{facts.nextStep}</p>
      <h3>{t('whoHelps')}</h3>
      <p>{t(`contact.${facts.contact}`)}</p>
    </section>
  )
}

/** For support: what other programs call it, and the words in English. */
export function CodeBackground({ facts: { vendorErrors, english } }: { readonly facts: CodeFacts }) {
  const { t } = useTranslation('help')
  const fields = vendorErrors.map(({ name, value, meaning }) => ({
    // GDCA's are named by their value; without a meaning the value stands in its place.
    name: meaning === undefined || name.endsWith(value) ? name : `${name} ${value}`,
    value: meaning ?? value,
  }))
  return (
    <>
      {fields.length > 0 && (
        <details className="help-background">
          <summary>{t('vendorErrors', { count: fields.length })}</summary>
          <Fields fields={fields} />
        </details>
      )}
      {english !== undefined && <EnglishWords words={english} />}
    </>
  )
}

function EnglishWords({ words }: { readonly words: NonNullable<CodeFacts['english']> }) {
  const { t } = useTranslation('help')
  return (
    <details className="help-background">
      <summary>{t('english')}</summary>
      <div lang="en">
        <p>
          <strong>{words.title}</strong>
        </p>
        <p>{words.cause}</p>
        <p>{words.nextStep}</p>
      </div>
    </details>
  )
}
