import { useTranslation } from 'react-i18next'

const kilobyte = 1024
const megabyte = kilobyte * kilobyte

/** Octets in words, as file managers count them. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('content')
  return (bytes) => {
    if (bytes < kilobyte) return t('size.bytes', { value: bytes })
    if (bytes < megabyte) return t('size.kilobytes', { value: rounded(bytes / kilobyte) })
    return t('size.megabytes', { value: rounded(bytes / megabyte) })
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(value < 100 ? 1 : 0))
}
