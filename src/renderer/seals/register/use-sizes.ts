import { useTranslation } from 'react-i18next'
import { sealTypes, type SealType } from '../../../shared/seals/seal-types.ts'

/** The usual sizes of a type in words, the most usual first. */
export function useSizes(): (type: SealType) => readonly string[] {
  const { t } = useTranslation('seals')
  return (type) =>
    sealTypes[type].choices.map(({ widthMm: width, heightMm: height }) =>
      width === height ? t('register.size.even', { width }) : t('register.size.sides', { width, height }),
    )
}
