import { useTranslation } from 'react-i18next'
import type { TrustedAuthority } from '../../shared/ipc/models-trust.ts'
import { localDate } from '../../shared/format/date-time.ts'
import { Button } from '../components/button.tsx'
import { serialGroups } from '../format/grouped.ts'
import { useAuthorities } from './authorities-store.ts'

interface AuthorityRowProps {
  readonly authority: TrustedAuthority
  readonly now: Date
}

export function AuthorityRow({ authority, now }: AuthorityRowProps) {
  const { t } = useTranslation('trust')
  const remove = useAuthorities((state) => state.remove)
  const { name, subject, sha256, algorithm, notAfter, chosenBy, source } = authority
  const end = new Date(notAfter)
  const shown = name === '' ? subject : name
  return (
    <li className="module">
      <div className="module-text">
        <p className="authority-name">
          <strong>{shown}</strong>
          <span className="tag">{t(`authorities.chosenBy.${chosenBy}`)}</span>
          {algorithm !== '' && <span className="tag">{algorithm}</span>}
          <span className={end < now ? 'authority-expired' : 'soft'}>
            {t(`authorities.${end < now ? 'expired' : 'until'}`, { at: localDate(end) })}
          </span>
        </p>
        <p className="soft module-path">{subject}</p>
        <p className="soft module-path">
          {t('authorities.fingerprint')} <span className="fingerprint">{serialGroups(sha256)}</span>
        </p>
        {source !== undefined && <p className="soft module-path">{source}</p>}
      </div>
      {chosenBy === 'user' && (
        <Button aria-label={t('authorities.removeNamed', { name: shown })} onClick={() => void remove(sha256)}>
          {t('authorities.remove')}
        </Button>
      )}
    </li>
  )
}
