import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Module } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useDemo } from '../demo/demo-store.ts'
import { ModuleRow } from './module-row.tsx'
import { useSettings } from './settings-store.ts'

const none: readonly Module[] = []

/** The drivers that are loaded or listed, each with its state. */
export function ModulesPanel({ paths }: { readonly paths: readonly string[] }) {
  const { t } = useTranslation('settings')
  const addModule = useSettings((state) => state.addModule)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const loaded = useCertificates((state) => state.overview?.modules) ?? none
  const all = [...new Set([...paths, ...loaded.map(({ path }) => path)])]
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('modules.title')}</h2>
        <Button disabled={isDemo} onClick={() => void addModule()}>
          {t('modules.add')}
        </Button>
      </div>
      <p className="soft hint">{t('modules.hint')}</p>
      {all.length === 0 && <p className="modules-empty">{t('modules.empty')}</p>}
      <ul className="modules">
        {all.map((path) => (
          <ModuleRow
            key={path}
            path={path}
            module={loaded.find((module) => module.path === path)}
            isRemovable={paths.includes(path)}
          />
        ))}
      </ul>
    </section>
  )
}
