import type { ErrorCode } from '../error-codes.ts'
import type { FailureRow } from './failure-row.ts'

type EnvironmentCode = Extract<ErrorCode, `environment.${string}`>

/** What 环境检测 finds; `check` is the one that finds it. */
export const environmentRows: Readonly<Record<EnvironmentCode, FailureRow>> = {
  'environment.checkFailed': { severity: 'problem', contact: 'platform', article: 'diagnostics-privacy' },
  'environment.checkTimedOut': { severity: 'problem', contact: 'platform', article: 'vendor-window' },
  'environment.fixNotOffered': { severity: 'notice', contact: 'nobody' },
  'environment.reportFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'environment.driverMissing': {
    ...{ severity: 'problem', contact: 'ca' },
    ...{ article: 'driver-missing', check: 'driver-found' },
  },
  'environment.driverFailed': {
    ...{ severity: 'problem', contact: 'vendor' },
    ...{ article: 'driver-mismatch', check: 'driver-health' },
  },
  'environment.driverVersionUnknown': { severity: 'notice', contact: 'nobody', check: 'driver-version' },
  'environment.keyInUse': { severity: 'problem', contact: 'it', article: 'other-programs', check: 'usb-key' },
  'environment.keyUnknown': { severity: 'problem', contact: 'ca', article: 'driver-mismatch', check: 'usb-key' },
  'environment.keyUnread': { severity: 'problem', contact: 'ca', article: 'key-not-detected', check: 'usb-key' },
  'environment.severalKeys': { severity: 'notice', contact: 'nobody', article: 'several-keys', check: 'several-keys' },
  'environment.noCertificate': {
    ...{ severity: 'serious', contact: 'ca' },
    ...{ article: 'certificate-missing', check: 'certificate' },
  },
  'environment.keyPresenceUnknown': { severity: 'notice', contact: 'nobody', check: 'signing-key' },
  'environment.pinStateUnknown': { severity: 'notice', contact: 'ca', article: 'pin-incorrect', check: 'pin-tries' },
  'environment.serviceStopped': {
    ...{ severity: 'problem', contact: 'it' },
    ...{ article: 'smart-card-service', check: 'smart-card-service' },
  },
  'environment.serviceDisabled': {
    ...{ severity: 'problem', contact: 'it' },
    ...{ article: 'smart-card-service', check: 'smart-card-service' },
  },
  'environment.serviceMissing': {
    ...{ severity: 'problem', contact: 'it' },
    ...{ article: 'smart-card-service', check: 'smart-card-service' },
  },
  'environment.serviceUnknown': {
    ...{ severity: 'notice', contact: 'it' },
    ...{ article: 'smart-card-service', check: 'smart-card-service' },
  },
  'environment.notSeparable': { severity: 'notice', contact: 'nobody', article: 'network', check: 'platform-service' },
  'environment.earlierStepFailed': { severity: 'notice', contact: 'nobody', article: 'network' },
  'environment.nameUnresolved': { severity: 'problem', contact: 'it', article: 'network', check: 'platform-name' },
  'environment.connectionFailed': {
    ...{ severity: 'problem', contact: 'it' },
    ...{ article: 'firewall', check: 'platform-connection' },
  },
  'environment.plainConnection': {
    ...{ severity: 'problem', contact: 'platform' },
    ...{ article: 'secure-connection', check: 'platform-security' },
  },
  'environment.proxySkipped': { severity: 'notice', contact: 'it', article: 'firewall', check: 'proxy' },
  'environment.programTooOld': { severity: 'problem', contact: 'platform', check: 'platform-service' },
  'environment.clockOff': { severity: 'notice', contact: 'it', article: 'set-clock', check: 'clock' },
  'environment.clockUnmeasured': { severity: 'notice', contact: 'nobody', article: 'set-clock', check: 'clock' },
  'environment.timeZone': { severity: 'notice', contact: 'it', article: 'set-clock', check: 'time-zone' },
  'environment.systemTooOld': { severity: 'problem', contact: 'it', check: 'system-version' },
  'environment.systemUntested': { severity: 'notice', contact: 'it', check: 'system-version' },
  'environment.diskFull': { severity: 'problem', contact: 'it', check: 'disk-room' },
  'environment.diskLow': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'environment.folderReadOnly': { severity: 'problem', contact: 'it', article: 'no-rights', check: 'disk-room' },
  'environment.deviceRights': { severity: 'problem', contact: 'it', article: 'linux-rights', check: 'device-rights' },
  'environment.programOutdated': { severity: 'notice', contact: 'it', check: 'program-version' },
  'environment.otherCopy': { severity: 'problem', contact: 'it', article: 'other-programs', check: 'other-copy' },
  'environment.keyHeld': { severity: 'problem', contact: 'it', article: 'quit-programs', check: 'conflicts' },
  'environment.conflictRunning': { severity: 'problem', contact: 'it', article: 'quit-programs', check: 'conflicts' },
  'environment.conflictSuspected': { severity: 'notice', contact: 'it', article: 'quit-programs', check: 'conflicts' },
  'environment.conflictsUnreadable': {
    severity: 'notice',
    contact: 'it',
    article: 'quit-programs',
    check: 'conflicts',
  },
  'environment.programStillRunning': {
    severity: 'notice',
    contact: 'it',
    article: 'quit-programs',
    check: 'conflicts',
  },
  'environment.programRestarted': { severity: 'problem', contact: 'it', article: 'quit-programs', check: 'conflicts' },
  'environment.programNotEndable': { severity: 'notice', contact: 'it', article: 'quit-programs', check: 'conflicts' },
}
