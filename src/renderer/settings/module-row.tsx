import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Module } from '../../shared/ipc/models.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSettings } from './settings-store.ts'

const tones = { starting: 'tag', ready: 'tag tag-good', failed: 'tag tag-bad', unknown: 'tag' } as const

interface ModuleRowProps {
  readonly path: string
  /** Absent until main has tried it. */
  readonly module: Module | undefined
  readonly isRemovable: boolean
}

export function ModuleRow({ path, module, isRemovable }: ModuleRowProps) {
  const { t } = useTranslation('settings')
  const removeModule = useSettings((state) => state.removeModule)
  const state = module?.state ?? 'unknown'
  const name = module?.name ?? path
  return (
    <li className="module">
      <div className="module-text">
        <p>
          <strong>{name}</strong> <span className={tones[state]}>{t(`modules.state.${state}`)}</span>
        </p>
        {name !== path && <p className="soft module-path">{path}</p>}
        <ModuleFailure module={module} />
      </div>
      {isRemovable && (
        <Button aria-label={t('modules.removeNamed', { name })} onClick={() => void removeModule(path)}>
          {t('modules.remove')}
        </Button>
      )}
    </li>
  )
}

function ModuleFailure({ module }: { readonly module: Module | undefined }) {
  const { t } = useTranslation()
  const text = useFailureText()
  if (module?.failure === undefined) return null
  const { title, cause, nextStep, reference } = text(module.failure)
  return (
    <div className="module-failure">
      <p className="notice-title">{title}</p>
      <p>
        {cause}
        {nextStep}
      </p>
      <p className="notice-code">{t('code', { reference })}</p>
    </div>
  )
}
