import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import type { Field } from '../../components/fields.tsx'
import { useSealWords } from './use-seal-words.ts'

/** Names and values of a seal, one below the other. */
export function useSealFields(): (seal: SealModel) => readonly Field[] {
  const { t } = useTranslation('seals')
  const words = useSealWords()
  return (seal) =>
    (['type', 'cardNumber', 'organisation', 'department', 'applicant', 'createdAt'] as const).map((name) => ({
      name: t(`column.${name}`),
      value: words[name](seal),
    }))
}
