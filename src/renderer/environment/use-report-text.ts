import { useTranslation } from 'react-i18next'
import type { CheckResult } from '../../shared/ipc/models-environment.ts'
import { useDemo } from '../demo/demo-store.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { useEnvironment } from './environment-store.ts'
import { groupsOf } from './summary.ts'
import { useRowWords } from './use-row-words.ts'

/** The 检测报告: all rows with their details as plain text, for whoever helps. Nothing while there is no result. */
export function useReportText(): string | undefined {
  const { t } = useTranslation('environment')
  const words = useRowWords()
  const version = useDemo((state) => state.app?.version)
  const { names, results, ended } = useEnvironment()
  if (ended === undefined) return undefined
  const rowsOf = ({ name, findings }: CheckResult) =>
    findings.flatMap((finding) => {
      const { title, subject, sentence, nextStep, reference, details } = words(name, finding)
      const named = subject === undefined ? title : `${title} ${subject}`
      return [
        `[${t(`state.${finding.state}`)}] ${named}: ${sentence}`,
        ...(nextStep === undefined ? [] : [`    ${nextStep}`]),
        ...(reference === undefined ? [] : [`    ${t('report.code', { reference })}`]),
        ...details.map(({ label, value }) => `    ${label}: ${value}`),
      ]
    })
  const sections = groupsOf(names).flatMap((shown) => [
    '',
    `== ${t(`group.${shown.group}`)} ==`,
    ...shown.names.flatMap((name) => results.filter((result) => result.name === name).flatMap(rowsOf)),
  ])
  return [
    t('report.title'),
    ...(version === undefined ? [] : [t('report.program', { version })]),
    t('report.at', { at: localDateTime(new Date(ended.startedAt)) }),
    ...sections,
    ...['', t('report.privacy'), ''],
  ].join('\r\n')
}
