import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { Fields } from '../../components/fields.tsx'
import { SealPicture } from './seal-picture.tsx'
import { SealState } from './seal-state.tsx'
import { useSealFields } from './use-seal-fields.ts'

interface SealDrawerProps {
  /** Closed without one. */
  readonly seal: SealModel | undefined
  readonly onClose: () => void
}

/** Everything about a seal, with its picture large, as text that can be selected. */
export function SealDrawer({ seal, onClose }: SealDrawerProps) {
  const { t } = useTranslation('seals')
  return (
    <Drawer title={t('details')} open={seal !== undefined} onClose={onClose} size={480} destroyOnHidden>
      {seal !== undefined && <Details seal={seal} />}
    </Drawer>
  )
}

function Details({ seal }: { readonly seal: SealModel }) {
  const { t } = useTranslation('seals')
  const fields = useSealFields()
  return (
    <div className="details seal-details" tabIndex={0}>
      <SealPicture seal={seal} size="large" />
      <p className="seal-name">{seal.name}</p>
      <p>
        <SealState seal={seal} />
        <span className="second">{t(`meaning.${seal.state}`)}</span>
      </p>
      <Fields fields={fields(seal)} className="details-fields" />
    </div>
  )
}
