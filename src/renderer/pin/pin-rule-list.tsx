import { useTranslation } from 'react-i18next'
import { pinLengths, pinRules, type PinPolicy, type PinRule } from '../../shared/pin-policy.ts'
import type { Token } from '../../shared/ipc/models.ts'
import { CheckIcon, DashIcon } from '../components/icons.tsx'
import type { NewPin } from './use-new-pin.ts'

interface PinRuleListProps {
  readonly id: string
  readonly policy: PinPolicy
  readonly limits: Token['pin']
  readonly newPin: NewPin
  readonly isOldKnown: boolean
}

/** Every rule with its tick, as it is typed. */
export function PinRuleList({ id, policy, limits, newPin, isOldKnown }: PinRuleListProps) {
  const { t } = useTranslation(['pin', 'common'])
  const { min, max } = pinLengths({ policy, limits })
  const classes = policy.requiredClasses.map((name) => t(`classes.${name}`)).join(t('common:list'))
  const words: Readonly<Record<PinRule, string>> = {
    length: max === undefined ? t('rules.atLeast', { min }) : t('rules.length', { min, max }),
    characters: t('rules.characters'),
    classes: t('rules.classes', { classes }),
    known: t('rules.known'),
    pattern: t('rules.pattern'),
    different: t('rules.different'),
  }
  const isAsked = (rule: PinRule) =>
    rule === 'classes' ? policy.requiredClasses.length > 0 : rule !== 'different' || isOldKnown
  return (
    <ul id={id} className="pin-rules" aria-label={t('rules.label')}>
      {pinRules.filter(isAsked).map((rule) => (
        <Rule key={rule} words={words[rule]} isKept={!newPin.broken.includes(rule)} />
      ))}
      <Rule words={t('rules.repeated')} isKept={newPin.isRepeated} />
    </ul>
  )
}

function Rule({ words, isKept }: { readonly words: string; readonly isKept: boolean }) {
  const { t } = useTranslation('pin')
  return (
    <li className={isKept ? 'pin-rule pin-rule-kept' : 'pin-rule'}>
      {isKept ? <CheckIcon /> : <DashIcon />}
      <span>{words}</span>
      <span className="visually-hidden">{t(isKept ? 'rules.kept' : 'rules.open')}</span>
    </li>
  )
}
