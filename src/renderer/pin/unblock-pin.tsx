import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import type { PinPolicy } from '../../shared/pin-policy.ts'
import { FinalTryConfirmation } from '../renewal/final-try-confirmation.tsx'
import { NewPinForm } from './new-pin-form.tsx'
import { usePins } from './pin-store.ts'

interface UnblockPinProps {
  readonly token: Token
  readonly policy: PinPolicy
}

/** 解锁 PIN: first what most people have to do, and the form only for those who say that they have the 管理员 PIN. */
export function UnblockPin({ token, policy }: UnblockPinProps) {
  const { t } = useTranslation('pin')
  const [hasOfficerPin, setHasOfficerPin] = useState(false)
  const isLocked = token.pin.state === 'locked'
  const isOfficerLocked = token.pin.securityOfficer === 'locked'
  return (
    <div className="form">
      <p className={`notice ${isLocked ? 'notice-bad' : 'notice-info'}`}>
        {t(isLocked ? 'unblock.locked' : 'unblock.notLocked')}
      </p>
      <section>
        <h3>{t('unblock.guideTitle')}</h3>
        <ul className="pin-guide">
          <li>{t('unblock.bring')}</li>
          <li>{t('unblock.who')}</li>
          <li>{t('unblock.keep')}</li>
        </ul>
      </section>
      {isOfficerLocked ? (
        <p className="notice notice-bad">{t('unblock.officerLocked')}</p>
      ) : (
        <label className="choice">
          <input type="checkbox" checked={hasOfficerPin} onChange={({ target }) => setHasOfficerPin(target.checked)} />
          {t('unblock.haveOfficerPin')}
        </label>
      )}
      {hasOfficerPin && !isOfficerLocked && <OfficerForm token={token} policy={policy} />}
    </div>
  )
}

function OfficerForm({ token, policy }: UnblockPinProps) {
  const { t } = useTranslation('pin')
  const unblock = usePins((state) => state.unblock)
  const [isConfirmed, setConfirmed] = useState(false)
  const { securityOfficer } = token.pin
  return (
    <NewPinForm
      token={token}
      policy={policy}
      firstLabel={t('unblock.officerPin')}
      isOldKnown={false}
      isAllowed={securityOfficer !== 'final-try' || isConfirmed}
      words={{ submit: t('unblock.submit'), submitting: t('unblock.submitting') }}
      submit={(securityOfficerPin, newPin) => unblock({ securityOfficerPin, newPin })}
    >
      <p className="notice notice-warn">
        {securityOfficer === 'count-low' && t('unblock.countLow')}
        {securityOfficer === 'final-try' && t('unblock.finalTry')}
        {t('unblock.warning')}
      </p>
      {securityOfficer === 'final-try' && <FinalTryConfirmation onChange={setConfirmed} />}
    </NewPinForm>
  )
}
