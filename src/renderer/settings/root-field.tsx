import { useTranslation } from 'react-i18next'
import type { ConnectionSettings } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { Fields } from '../components/fields.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { LockedHint } from './locked-hint.tsx'
import { PartResult } from './part-result.tsx'
import { useSettings } from './settings-store.ts'
import { useLocked } from './use-locked.ts'

/** The one root that is trusted, where the organisation has its own. */
export function RootField({ root }: { readonly root: ConnectionSettings['rootCertificate'] }) {
  const { t } = useTranslation('settings')
  const choose = useSettings((state) => state.chooseRoot)
  const remove = useSettings((state) => state.removeRoot)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isFixed = useLocked('rootCertificate') || isDemo
  return (
    <div className="connection-part">
      <h3>{t('root.label')}</h3>
      {root === undefined ? (
        <p>{t('root.none')}</p>
      ) : (
        <Fields
          className="root-fields"
          fields={[
            { name: t('root.subject'), value: root.subject },
            { name: t('root.notAfter'), value: localDateTime(new Date(root.notAfter)) },
          ]}
        />
      )}
      <p className="soft hint">{t('root.hint')}</p>
      <LockedHint of="rootCertificate" />
      <div className="buttons">
        <Button disabled={isFixed} onClick={() => void choose()}>
          {t(root === undefined ? 'root.choose' : 'root.replace')}
        </Button>
        {root !== undefined && (
          <Button disabled={isFixed} onClick={() => void remove()}>
            {t('root.remove')}
          </Button>
        )}
      </div>
      <PartResult part="root" />
    </div>
  )
}
