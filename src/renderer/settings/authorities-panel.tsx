import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { useNow } from '../components/use-now.ts'
import { useDemo } from '../demo/demo-store.ts'
import { useAuthorities } from './authorities-store.ts'
import { AuthorityRow } from './authority-row.tsx'
import { LockedHint } from './locked-hint.tsx'
import { useLocked } from './use-locked.ts'

/** Whose certificates are trusted: the user's own choice first, that of the program when asked for. */
export function AuthoritiesPanel() {
  const { t } = useTranslation('trust')
  const authorities = useAuthorities((state) => state.authorities)
  const failure = useAuthorities((state) => state.failure)
  const add = useAuthorities((state) => state.add)
  const load = useAuthorities((state) => state.load)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isLocked = useLocked('trustedAuthorities')
  useEffect(() => void load(), [load])
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('authorities.title')}</h2>
        <Button disabled={isDemo || isLocked} onClick={() => void add()}>
          {t('authorities.add')}
        </Button>
      </div>
      <p className="soft hint">{t('authorities.hint')}</p>
      <LockedHint of="trustedAuthorities" />
      <InlineFailure id="authorities-failure" failure={failure} />
      {authorities !== undefined && <AuthorityLists />}
    </section>
  )
}

function AuthorityLists() {
  const { t } = useTranslation('trust')
  const now = useNow()
  const [showsProgram, setShowsProgram] = useState(false)
  const authorities = useAuthorities((state) => state.authorities) ?? []
  const chosen = authorities.filter(({ chosenBy }) => chosenBy !== 'program')
  const ofProgram = authorities.filter(({ chosenBy }) => chosenBy === 'program')
  return (
    <>
      {chosen.length === 0 && <p className="modules-empty">{t('authorities.none')}</p>}
      <ul className="modules">
        {[...chosen, ...(showsProgram ? ofProgram : [])].map((authority) => (
          <AuthorityRow key={authority.sha256} authority={authority} now={now} />
        ))}
      </ul>
      {ofProgram.length > 0 && (
        <div className="buttons">
          <Button aria-expanded={showsProgram} onClick={() => setShowsProgram(!showsProgram)}>
            {showsProgram ? t('authorities.hideProgram') : t('authorities.showProgram', { count: ofProgram.length })}
          </Button>
        </div>
      )}
    </>
  )
}
