import { useTranslation } from 'react-i18next'

/** Octets in words: whole ones below 1 KB, else KB with at most one decimal. */
export function useSize(): (bytes: number) => string {
  const { t } = useTranslation('diagnostics')
  return (bytes) => {
    if (bytes < 1024) return t('bytes', { count: bytes })
    const kilobytes = bytes / 1024
    return t('kilobytes', { count: Number(kilobytes.toFixed(kilobytes < 100 ? 1 : 0)) })
  }
}
