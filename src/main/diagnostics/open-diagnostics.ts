import type { DriverReport } from '../../shared/ipc/models-drivers.ts'
import type { Overview, Settings } from '../../shared/ipc/models.ts'
import type { LogFile } from '../logging/file-log.ts'
import type { PlatformConnection } from '../platform/platform.ts'
import type { RenewalService } from '../renewal/renewal-service.ts'
import { createDiagnosticsCases, type DiagnosticsCases, type DiagnosticsParts } from './diagnostics-cases.ts'
import type { EnvironmentReport, Source } from './ports.ts'
import { describeProgram } from './sections/about.ts'
import { describeEnvironment } from './sections/environment.ts'
import { describePlatform } from './sections/platform.ts'
import { describeRenewals } from './sections/renewals.ts'
import { describeSetup } from './sections/settings.ts'
import { describeTokens } from './sections/tokens.ts'

/** What the log and the 诊断包 need of the program's surroundings. */
export interface DiagnosticsHost extends Omit<DiagnosticsParts, 'sources' | 'redact' | 'now' | 'keptMs'> {
  readonly mode: 'demo' | 'real'
  readonly logFile: LogFile
}

interface Program {
  readonly overview: () => Overview
  readonly driverReport: () => DriverReport
  readonly settings: () => Settings
  readonly connection: {
    readonly health: Pick<PlatformConnection['health'], 'current' | 'moments'>
    readonly clock: Pick<PlatformConnection['clock'], 'skewMs'>
    readonly session: Pick<PlatformConnection['session'], 'current'>
  }
  readonly renewals: Pick<RenewalService, 'list' | 'record'>
  readonly environmentReport: () => Promise<EnvironmentReport>
}

export interface LogCases extends DiagnosticsCases {
  readonly logDetail: () => { readonly isDetailed: boolean }
  /** Until the program ends. */
  readonly detailLog: (isDetailed: boolean) => { readonly isDetailed: boolean }
}

/** 诊断包 and 详细日志, of this program. */
export function createDiagnostics(host: DiagnosticsHost, program: Program): LogCases {
  const { log, logFile } = host
  const logDetail = () => ({ isDetailed: logFile.isDetailed() })
  return {
    ...createDiagnosticsCases({ ...host, redact: logFile.redact, sources: sourcesOf(host, program) }),
    logDetail,
    detailLog: (isDetailed) => {
      logFile.setDetailed(isDetailed)
      log.info(`log: details ${isDetailed ? 'on' : 'off'}`)
      return logDetail()
    },
  }
}

/** 环境检测 takes ten seconds at most, and does where the network is silent: just then it is wanted. */
const allChecksMs = 11_000

function sourcesOf(host: DiagnosticsHost, program: Program): readonly Source[] {
  const { connection, renewals, environmentReport } = program
  const { health, clock, session } = connection
  const records = () => renewals.list().map(({ id }) => renewals.record(id))
  const platform = { health, clock, isLoggedIn: () => session.current() !== undefined }
  return [
    json('about', () => describeProgram(host, new Date())),
    { ...json('environment', async () => describeEnvironment(await environmentReport())), deadlineMs: allChecksMs },
    json('drivers', program.driverReport),
    json('tokens', () => describeTokens(program.overview())),
    json('settings', () => describeSetup(program.settings())),
    json('platform', () => describePlatform(platform)),
    { section: 'renewals', read: async () => Promise.resolve(describeRenewals(records())) },
    { section: 'log', read: async () => Promise.resolve(logContents(host.logFile)) },
  ]
}

function json(section: Source['section'], describe: () => unknown): Source {
  return { section, read: async () => [{ file: `${section}.json`, value: await describe() }] }
}

function logContents(logFile: LogFile) {
  return logFile.recent().map(({ name, text }) => ({ file: `log/${name}`, lines: text.split('\n') }))
}
