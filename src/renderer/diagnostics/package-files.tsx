import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagnosticsPackage, PackageEntry } from '../../shared/ipc/models-diagnostics.ts'
import { InlineFailure } from '../components/inline-failure.tsx'
import { useSize } from './use-size.ts'

/** The files of the package, and the one that is looked at: the very text that will be in the zip. */
export function PackageFiles({ prepared }: { readonly prepared: DiagnosticsPackage }) {
  const { t } = useTranslation('diagnostics')
  const size = useSize()
  const { entries, bytes } = prepared
  const [chosen, setChosen] = useState(entries[0]?.file)
  const entry = entries.find(({ file }) => file === chosen)
  return (
    <>
      <p className="soft">{t('total', { files: entries.length + 1, size: size(bytes) })}</p>
      <div className="package-files">
        <ul className="package-list" aria-label={t('files')}>
          {entries.map((one) => (
            <FileRow key={one.file} entry={one} isChosen={one.file === chosen} onChoose={() => setChosen(one.file)} />
          ))}
        </ul>
        {entry !== undefined && <Preview entry={entry} />}
      </div>
    </>
  )
}

interface FileRowProps {
  readonly entry: PackageEntry
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function FileRow({ entry: { section, file, bytes, failure }, isChosen, onChoose }: FileRowProps) {
  const { t } = useTranslation('diagnostics')
  const size = useSize()
  return (
    <li>
      <button type="button" className="package-row" aria-current={isChosen} onClick={onChoose}>
        <span className="package-title">
          {t(`section.${section}`)}
          {failure !== undefined && <span className="tag tag-warn">{t('missing')}</span>}
        </span>
        <span className="soft package-facts">
          <span>{file}</span>
          <span className="nowrap">{size(bytes)}</span>
        </span>
      </button>
    </li>
  )
}

function Preview({ entry: { file, text, isShortened, failure } }: { readonly entry: PackageEntry }) {
  const { t } = useTranslation('diagnostics')
  return (
    <div className="package-preview">
      {failure !== undefined && <InlineFailure id="package-entry-failure" failure={failure} />}
      {isShortened && <p className="soft">{t('shortened')}</p>}
      {/* It scrolls, so the keyboard has to get there. */}
      <pre key={file} tabIndex={0} aria-label={`${t('preview')} ${file}`}>
        {text}
      </pre>
    </div>
  )
}
