import { useTranslation } from 'react-i18next'
import type { Finding } from '../rules/finding.ts'
import { isSendable, type SealFile } from './seal-file.ts'

/** What was found in a picture, in words; the numbers are those of the frames on it. */
export function FindingList({ file }: { readonly file: SealFile }) {
  const { t } = useTranslation('seals')
  const isInOrder = isSendable(file)
  return (
    <div className="finding-list" role={isInOrder ? 'status' : 'alert'}>
      <h3>{t(isInOrder ? 'register.inOrder' : 'register.problems')}</h3>
      <p className="soft">{t(isInOrder ? 'register.upright' : 'register.problemsText')}</p>
      {file.findings.length > 0 && (
        <ol>
          {file.findings.map((finding, at) => (
            <Item key={at} finding={finding} number={at + 1} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Item({ finding, number }: { readonly finding: Finding; readonly number: number }) {
  const { t } = useTranslation('seals')
  const { code, severity, numbers = {} } = finding
  return (
    <li className={`finding finding-${severity}`}>
      <span className="finding-number" aria-hidden="true">
        {number}
      </span>
      <span>
        <strong>{t(`finding.${code}.title`)}</strong>
        <span className="second">{t(`finding.${code}.text`, numbers)}</span>
      </span>
    </li>
  )
}
