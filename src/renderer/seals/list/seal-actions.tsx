import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { Button } from '../../components/button.tsx'
import { useSealRegister } from '../register/register-store.ts'

export interface SealListActions {
  readonly onView: (seal: SealModel) => void
  readonly onRemove: (seal: SealModel) => void
}

/** What can be done with a seal in its state. */
export function SealActions({ seal, onView, onRemove }: SealListActions & { readonly seal: SealModel }) {
  const { t } = useTranslation('seals')
  const resume = useSealRegister((store) => store.resume)
  const isOpen = seal.state === 'draft' || seal.state === 'rejected'
  const named = (action: string) => ({ 'aria-label': t('action.on', { action, name: seal.name }), children: action })
  return (
    <div className="seal-actions">
      {isOpen && (
        <Button
          size="small"
          type="primary"
          onClick={() => resume(seal)}
          {...named(t(seal.state === 'draft' ? 'action.continue' : 'action.again'))}
        />
      )}
      <Button size="small" onClick={() => onView(seal)} {...named(t('action.view'))} />
      {isOpen && <Button size="small" onClick={() => onRemove(seal)} {...named(t('action.remove'))} />}
    </div>
  )
}
