import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useKeptFocus } from '../environment/use-kept-focus.ts'
import { UpdateActions } from './update-actions.tsx'
import { UpdateAddress } from './update-address.tsx'
import { UpdateOfferView } from './update-offer.tsx'
import { UpdateStageLine } from './update-stage-line.tsx'
import { useUpdate } from './update-store.ts'
import './update.css'

/** Updates of this program: where they come from, what there is, and how far it has come. */
export function UpdatePanel() {
  const { t } = useTranslation('update')
  const report = useUpdate((state) => state.report)
  const failure = useUpdate((state) => state.failure)
  // Its buttons come and go with the stage.
  const keptFocus = useKeptFocus()
  if (report === undefined) return failure === undefined ? null : <FailureNotice failure={failure} />
  const shown = failure ?? report.failure
  return (
    <section className="panel" {...keptFocus} aria-labelledby="update-title">
      <div className="panel-head">
        <h2 className="panel-title" id="update-title">
          {t('title')}
        </h2>
        <UpdateActions report={report} />
      </div>
      <UpdateStageLine report={report} />
      {shown !== undefined && <FailureNotice failure={shown} tone="warn" />}
      <UpdateOfferView report={report} />
      <UpdateAddress key={report.address} report={report} />
    </section>
  )
}
