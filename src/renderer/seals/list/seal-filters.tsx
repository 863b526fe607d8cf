import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCertificates } from '../../certificates/certificates-store.ts'
import { cardGroups } from '../../format/grouped.ts'
import { SearchField } from '../../platform/search-field.tsx'
import { sealStates, sealTypeNames } from './seal-words.ts'
import { useSeals } from './seals-store.ts'

/** 印模类型, 状态, the card numbers of the keys that are plugged in, and the words to look for. */
export function SealFilters() {
  const { t } = useTranslation('seals')
  const { type, state, search } = useSeals((list) => list.query)
  const ask = useSeals((list) => list.ask)
  const onSearch = useCallback((wanted: string | undefined) => void ask({ search: wanted }), [ask])
  return (
    <div className="filters" role="search">
      <Choice
        label={t('filter.type')}
        all={t('filter.allTypes')}
        options={sealTypeNames.map((name) => ({ value: name, label: t(`type.${name}`) }))}
        value={type}
        onChange={(value) => void ask({ type: value })}
      />
      <Choice
        label={t('filter.state')}
        all={t('filter.allStates')}
        options={sealStates.map((name) => ({ value: name, label: t(`state.${name}`) }))}
        value={state}
        onChange={(value) => void ask({ state: value })}
      />
      <CardChoice />
      <SearchField search={search} onSearch={onSearch} label={t('filter.search')} hint={t('filter.searchHint')} />
    </div>
  )
}

/** Only with a key: its number is what a user would look for. */
function CardChoice() {
  const { t } = useTranslation('seals')
  const cardNumber = useSeals((list) => list.query.cardNumber)
  const ask = useSeals((list) => list.ask)
  const tokens = useCertificates((known) => known.overview?.tokens)
  const plugged = [...new Set((tokens ?? []).map((token) => token.cardNumber))]
  const numbers = cardNumber === undefined || plugged.includes(cardNumber) ? plugged : [...plugged, cardNumber]
  if (numbers.length === 0) return null
  return (
    <Choice
      label={t('filter.cardNumber')}
      all={t('filter.allCards')}
      options={numbers.map((number) => ({
        value: number,
        label: t('filter.thisCard', { cardNumber: cardGroups(number) }),
      }))}
      value={cardNumber}
      onChange={(value) => void ask({ cardNumber: value })}
    />
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly all: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
}

function Choice<V extends string>({ label, all, options, value, onChange }: ChoiceProps<V>) {
  return (
    <select
      className="text-input seal-choice"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
