import { useTranslation } from 'react-i18next'
import { localDate } from '../../shared/format/date-time.ts'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { Fields } from '../components/fields.tsx'
import { useFileSize } from '../content/use-file-size.ts'

/** What is new. The notes are text: whatever else was written into them is shown as it is. */
export function UpdateOfferView({ report: { version, offer } }: { readonly report: UpdateReport }) {
  const { t } = useTranslation('update')
  const size = useFileSize()
  if (offer === undefined) return null
  const { releasedAt, notes, keepsPrevious } = offer
  const released = releasedAt === undefined ? [] : [{ name: t('released'), value: localDate(new Date(releasedAt)) }]
  return (
    <div className="update-offer">
      <Fields
        className="update-fields"
        fields={[
          { name: t('newVersion'), value: offer.version },
          { name: t('size'), value: size(offer.size) },
          ...released,
        ]}
      />
      {notes !== '' && (
        <>
          <h3 id="update-notes">{t('notes')}</h3>
          {/* It may be long: whoever has no mouse scrolls it by the keyboard. */}
          <div className="update-notes" tabIndex={0} role="region" aria-labelledby="update-notes">
            {notes}
          </div>
        </>
      )}
      <p className="soft hint">{t(keepsPrevious ? 'keepsPrevious' : 'keepsNothing', { version })}</p>
      <p className="soft hint">{t('safe')}</p>
    </div>
  )
}
