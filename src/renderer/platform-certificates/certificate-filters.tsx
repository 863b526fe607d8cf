import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Filter } from '../platform/filter.tsx'
import { SearchField } from '../platform/search-field.tsx'
import type { Conditions } from './conditions.ts'
import { usePlatformCertificates } from './platform-certificates-store.ts'

type Named<K extends keyof Conditions> = NonNullable<Conditions[K]>

type AnyCondition = Named<'validity'> | Named<'holderKind'> | Named<'zone'>

const validities = ['expired', 'expiring', 'valid'] as const satisfies readonly Named<'validity'>[]
const holderKinds = ['organisation', 'personal'] as const satisfies readonly Named<'holderKind'>[]
const zones = ['public', 'core'] as const satisfies readonly Named<'zone'>[]

/** 过期, 即将到期 and 有效; 单位证书 and 个人证书; 公服区 and 核心区; and the words to look for. */
export function CertificateFilters() {
  const { t } = useTranslation('platform')
  const { validity, holderKind, zone } = usePlatformCertificates((state) => state.query)
  const ask = usePlatformCertificates((state) => state.ask)
  const label = (value: AnyCondition) => t(`certificates.filter.${value}`)
  const options = <V extends AnyCondition>(name: 'validity' | 'holderKind' | 'zone', values: readonly V[]) => [
    { value: 'all' as const, label: t(`certificates.filter.all.${name}`) },
    ...values.map((value) => ({ value, label: label(value) })),
  ]
  const chosen = <V extends string>(value: V | 'all') => (value === 'all' ? undefined : value)
  return (
    <div className="filters" role="search">
      <Filter
        label={t('certificates.filter.validity')}
        options={options('validity', validities)}
        value={validity ?? 'all'}
        onChange={(value) => void ask({ validity: chosen(value) })}
      />
      <Filter
        label={t('certificates.filter.holderKind')}
        options={options('holderKind', holderKinds)}
        value={holderKind ?? 'all'}
        onChange={(value) => void ask({ holderKind: chosen(value) })}
      />
      <Filter
        label={t('certificates.filter.zone')}
        options={options('zone', zones)}
        value={zone ?? 'all'}
        onChange={(value) => void ask({ zone: chosen(value) })}
      />
      <CertificateSearch />
    </div>
  )
}

function CertificateSearch() {
  const { t } = useTranslation('platform')
  const search = usePlatformCertificates((state) => state.query.search)
  const ask = usePlatformCertificates((state) => state.ask)
  const onSearch = useCallback((wanted: string | undefined) => void ask({ search: wanted }), [ask])
  return (
    <SearchField
      search={search}
      onSearch={onSearch}
      label={t('certificates.search')}
      hint={t('certificates.searchHint')}
    />
  )
}
