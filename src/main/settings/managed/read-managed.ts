import type { ManagedReport } from '../../../shared/ipc/models-managed.ts'
import { policyKeys, type PolicyKey } from '../../../shared/settings/policy-keys.ts'
import { hasCode, toFailure } from '../../app-error.ts'
import type { Log } from '../../logging/log.ts'
import { readAuthorityFile } from '../../trust/authority-file.ts'
import { readAnyRoot } from '../root-certificate.ts'
import type { Managed } from './managed.ts'
import { parsePolicy, type PolicyProblem } from './parse-policy.ts'
import type { PolicySource } from './policy-source.ts'
import type { PolicyValues } from './policy-values.ts'

interface Reading {
  readonly sources: readonly PolicySource[]
  readonly now: () => Date
  readonly log: Pick<Log, 'info' | 'failure'>
}

/** One place, read: what holds of it, or why nothing does. */
interface Found {
  readonly source: ManagedReport['sources'][number]
  readonly values: Managed['values']
  readonly locked: readonly PolicyKey[]
  readonly problems: readonly PolicyProblem[]
}

/**
 * What administrators have set for this computer; nothing where no place has anything. Never fails: what cannot be read is
 * told of, in the log and in the report, and nothing of it is used. The place that stands first wins, key by key.
 */
export async function readManaged({ sources, now, log }: Reading): Promise<Managed | undefined> {
  const read = await Promise.all(sources.map((source) => readSource(source, now(), log)))
  const found = read.filter((one) => one !== undefined)
  if (found.length === 0) return undefined
  const winners = policyKeys.flatMap((key) => {
    const winner = found.find(({ values, locked }) => values[key] !== undefined || locked.includes(key))
    return winner === undefined ? [] : [{ key, value: winner.values[key], isLocked: winner.locked.includes(key) }]
  })
  const report: ManagedReport = {
    sources: found.map(({ source }) => source),
    keys: winners.map(({ key, isLocked }) => ({ key, isLocked })),
    problems: found.flatMap(({ source, problems }) => problems.map((problem) => ({ kind: source.kind, ...problem }))),
  }
  tell(report, log)
  const given = winners.filter(({ value }) => value !== undefined)
  return {
    report,
    values: Object.fromEntries(given.map(({ key, value }) => [key, value])),
    isLocked: (key) => winners.some((winner) => winner.key === key && winner.isLocked),
  }
}

async function readSource(source: PolicySource, now: Date, log: Reading['log']): Promise<Found | undefined> {
  const { kind, place } = source
  try {
    const content = await source.read()
    if (content === undefined) return undefined
    const { values, locked, problems } = parsePolicy(content)
    const { rootCertificate, trustedAuthorities, ...others } = values
    const named = { rootCertificate, trustedAuthorities }
    const { certificates, missing } = await readCertificates(named, source, now)
    return {
      source: { kind, place },
      values: { ...others, ...certificates },
      locked: locked.filter((key) => !missing.includes(key)),
      problems: [...problems, ...missing.map((key) => ({ key, fault: 'file' as const }))],
    }
  } catch (error) {
    log.failure('policy', toFailure(error), error)
    const failure = hasCode(error, 'settings.policyUnprotected')
      ? 'settings.policyUnprotected'
      : 'settings.policyUnreadable'
    return { source: { kind, place, failure }, values: {}, locked: [], problems: [] }
  }
}

interface Named {
  readonly rootCertificate: PolicyValues['rootCertificate'] | undefined
  readonly trustedAuthorities: PolicyValues['trustedAuthorities'] | undefined
}

/** All files of a key or none: an authority that is missing must not go unseen among others. */
async function readCertificates({ rootCertificate, trustedAuthorities }: Named, source: PolicySource, now: Date) {
  const [root, authorities] = await Promise.allSettled([
    rootCertificate === undefined ? undefined : source.readFile(rootCertificate).then(readAnyRoot),
    trustedAuthorities === undefined
      ? undefined
      : Promise.all(trustedAuthorities.map(async (path) => readAuthority(await source.readFile(path), now))),
  ])
  const certificates: Pick<Managed['values'], 'rootCertificate' | 'trustedAuthorities'> = {
    ...(root.status === 'fulfilled' && root.value !== undefined ? { rootCertificate: root.value } : {}),
    ...(authorities.status === 'fulfilled' && authorities.value !== undefined
      ? { trustedAuthorities: authorities.value }
      : {}),
  }
  const missing: readonly PolicyKey[] = [
    ...(root.status === 'rejected' ? (['rootCertificate'] as const) : []),
    ...(authorities.status === 'rejected' ? (['trustedAuthorities'] as const) : []),
  ]
  return { certificates, missing }
}

function readAuthority(file: Uint8Array, now: Date): string {
  return Buffer.from(readAuthorityFile(file, now).der).toString('base64')
}

function tell({ sources, keys, problems }: ManagedReport, log: Pick<Log, 'info'>): void {
  for (const { kind, place } of sources) log.info(`policy: ${kind} ${place}`)
  log.info(`policy: ${keys.map(({ key, isLocked }) => (isLocked ? `${key} (locked)` : key)).join(', ')}`)
  for (const { kind, key, fault } of problems) log.info(`policy: ${kind}: ${key} is not used (${fault})`)
}
