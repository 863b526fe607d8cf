import { useTranslation } from 'react-i18next'
import type { DriverReport } from '../../shared/ipc/models-drivers.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { localDate } from '../../shared/format/date-time.ts'
import { useDrivers } from './drivers-store.ts'

/** Which table tells drivers apart, and the way to a newer one. */
export function DriverTable({ table, otherTables }: Pick<DriverReport, 'table' | 'otherTables'>) {
  const { t } = useTranslation('settings')
  const updateTable = useDrivers((state) => state.updateTable)
  const failure = useDrivers((state) => state.failure)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const { acceptsFiles } = table
  const words = ({
    version,
    rows,
    issuedAt,
    origin,
  }: Pick<typeof table, 'version' | 'rows' | 'issuedAt' | 'origin'>) => ({
    ...{ version, rows, date: localDate(new Date(issuedAt)), origin: t(`drivers.table.origin.${origin}`) },
  })
  return (
    <div className="driver-table">
      <div className="panel-head">
        <div>
          <h3>{t('drivers.table.title')}</h3>
          <p className="soft hint">{t('drivers.table.text', words(table))}</p>
          {otherTables.map((other) => (
            <p key={other.kind} className="soft hint">
              {t(`drivers.table.other.${other.kind}`, words(other))}
            </p>
          ))}
        </div>
        <Button disabled={isDemo || !acceptsFiles} onClick={() => void updateTable()}>
          {t('drivers.table.update')}
        </Button>
      </div>
      {!acceptsFiles && <p className="soft hint">{t('drivers.table.locked')}</p>}
      <InlineFailure id="drivers-failure" failure={failure} />
    </div>
  )
}
