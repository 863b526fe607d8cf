import { useTranslation } from 'react-i18next'

/** RFC 5280, 4.2.1.3. */
const known = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** Key usages in words; a name that is not in the standard stays as it is. */
export function useKeyUsage(): (usages: readonly string[]) => string {
  const { t } = useTranslation(['certificates', 'common'])
  return (usages) => {
    const words = usages.map((usage) => {
      const name = known.find((standard) => standard === usage)
      return name === undefined ? usage : t(`keyUsage.${name}`)
    })
    return words.length === 0 ? t('drawer.none') : words.join(t('common:list'))
  }
}
