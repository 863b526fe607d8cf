import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type EnvironmentCode = Extract<ErrorCode, `environment.${string}`>

/** 环境检测: the checks themselves, and what they find. */
export const environmentErrors: Readonly<Record<EnvironmentCode, ErrorText>> = {
  'environment.checkFailed': {
    title: 'This check did not work',
    cause: 'Something unexpected happened during the check, and there is no result.',
    nextStep: 'Please check again; if it happens again, export the report and send it to support.',
  },
  'environment.checkTimedOut': {
    title: 'No answer in time',
    cause: 'There was no answer within the time allowed, so it is not known whether all is well.',
    nextStep:
      'Please wait a moment and check again; if a driver stays silent, look for a window of its own that waits.',
  },
  'environment.fixNotOffered': {
    title: 'This cannot be done now',
    cause: 'Things have changed since the last check, and nothing was done.',
    nextStep: 'Please check again and go by the new result.',
  },
  'environment.reportFailed': {
    title: 'The report was not saved',
    cause: 'The file could not be written; the folder may be read-only or the disk full.',
    nextStep: 'Please export it to another folder.',
  },
  'environment.driverMissing': {
    title: 'The driver for this USB key is missing',
    cause:
      'The key is plugged in, but its driver was not found on this computer. The certificates on it are not affected.',
    nextStep: 'Please install the driver from the authority or the maker, then unplug the key and plug it in again.',
  },
  'environment.driverFailed': {
    title: 'The driver does not work',
    cause: 'The driver did not say why. The certificates are not affected.',
    nextStep: 'Please try again; if it still fails, install the driver anew.',
  },
  'environment.driverVersionUnknown': {
    title: 'The version of the driver is not known',
    cause: 'This driver does not report its version.',
    nextStep: 'Nothing has to be done; if support asks, look at the name of the file it was installed from.',
  },
  'environment.keyInUse': {
    title: 'Another program has the USB key open',
    cause: 'While another program has it open, the driver may not be able to read the certificates.',
    nextStep:
      'Please save your work in these programs and close them, then check again; if nothing changes, replug the key.',
  },
  'environment.keyUnknown': {
    title: 'This smart card device is not known',
    cause: 'The table of drivers has no such model, so it is not known which driver it needs.',
    nextStep:
      'Please ask the authority for the model and install its driver, then add the driver file in the settings.',
  },
  'environment.keyUnread': {
    title: 'The USB key was not read',
    cause: 'The driver did not read the key, and the reason cannot be told yet.',
    nextStep:
      'Please close programs of other authorities, plug the key into another port of the computer, and check again.',
  },
  'environment.severalKeys': {
    title: 'Several USB keys are plugged in',
    cause: 'With several keys plugged in, it is easy to use the wrong one.',
    nextStep: 'Please leave only the one that is needed and check again.',
  },
  'environment.noCertificate': {
    title: 'There is no certificate on the USB key',
    cause: 'The driver found no certificate on this key.',
    nextStep:
      'Please make sure it is the key you were given; if so, do not format it, and call the authority with its card number.',
  },
  'environment.keyPresenceUnknown': {
    title: 'The private key is not visible yet',
    cause: 'This USB key does not show private keys before the PIN is entered.',
    nextStep:
      'Nothing has to be done: once the PIN is entered, the program makes sure of the key before anything else.',
  },
  'environment.pinStateUnknown': {
    title: 'The state of the PIN is not known',
    cause: 'The driver says that this key has no PIN yet, so what it reports cannot be relied on.',
    nextStep: 'If you use a PIN, you can go on; check it before typing, and do not try one after the other.',
  },
  'environment.serviceStopped': {
    title: 'The smart card service is not running',
    cause: 'The driver of this key needs the smart card service of the system, which is not running.',
    nextStep:
      'Please replug the key, which usually starts it; otherwise ask an administrator to start it, then check again.',
  },
  'environment.serviceDisabled': {
    title: 'The smart card service is disabled',
    cause: 'The driver of this key needs the smart card service of the system, which is disabled.',
    nextStep:
      'Please ask an administrator to set the service Smart Card to start automatically, start it, and replug the key.',
  },
  'environment.serviceMissing': {
    title: 'The smart card service is not installed',
    cause: 'The driver of this key needs the smart card service of the system, which was not found.',
    nextStep: 'Please ask an administrator to install pcscd, then replug the key.',
  },
  'environment.serviceUnknown': {
    title: 'The state of the smart card service is not known',
    cause: 'The system did not tell whether the smart card service is running.',
    nextStep:
      'If the certificates can be read, nothing has to be done; otherwise ask an administrator to look at the service.',
  },
  'environment.notSeparable': {
    title: 'This step cannot be checked by itself',
    cause: 'The system or a proxy does this step, and the program cannot see into it.',
    nextStep: 'Please look at the platform service: if that is in order, every step on the way to it works.',
  },
  'environment.earlierStepFailed': {
    title: 'Not checked',
    cause: 'The step before did not pass, so this one was not checked.',
    nextStep: 'Please deal with the step before, then check again.',
  },
  'environment.nameUnresolved': {
    title: 'The host of the platform was not found',
    cause: 'There is no network address for the host name of the platform.',
    nextStep:
      'Please check the platform address in the settings; if other sites fail too, check the network or ask IT.',
  },
  'environment.connectionFailed': {
    title: 'The host of the platform cannot be reached',
    cause: 'The network address of the platform is known, but there was no connection.',
    nextStep:
      'Please check address and port in the settings; in an office, ask IT to allow the host and port in the details.',
  },
  'environment.plainConnection': {
    title: 'The connection to the platform is not encrypted',
    cause:
      'The platform address begins with http://, so accounts, passwords and requests can be read or changed on the way.',
    nextStep:
      'Please ask the platform for an address that begins with https://; until then use a trusted network only.',
  },
  'environment.proxySkipped': {
    title: 'The first proxies do not work',
    cause: 'The first proxies that the system lists could not be reached; a later one is used.',
    nextStep: 'It works for now, only slower; please tell IT the details.',
  },
  'environment.programTooOld': {
    title: 'This version of the program is too old',
    cause: 'The platform asks for a newer version of this program.',
    nextStep: 'Please get the new version from whoever provides the program; the certificates are not affected.',
  },
  'environment.clockOff': {
    title: 'The clock of the computer is slightly off',
    cause: 'The clock differs from the platform by less than two minutes, which does no harm yet.',
    nextStep: 'Please turn on automatic time in the date and time settings of the system.',
  },
  'environment.clockUnmeasured': {
    title: 'The clock was not checked',
    cause: 'There is no time of the platform to compare with.',
    nextStep: 'Please deal with the network first and check again, or compare the clock yourself.',
  },
  'environment.timeZone': {
    title: 'The time zone is not that of Beijing',
    cause: 'Dates and times are shown in the time zone of the computer and will differ from the platform and papers.',
    nextStep: 'In China, please set the time zone to Beijing and open the program again; validity is not affected.',
  },
  'environment.systemTooOld': {
    title: 'The operating system is too old',
    cause: 'This version of the operating system is not supported and may stop working at any time.',
    nextStep: 'Please upgrade the operating system or use another computer.',
  },
  'environment.systemUntested': {
    title: 'Not tried on this operating system',
    cause: 'The program does not know this operating system and cannot promise that all works.',
    nextStep: 'Certificates can be looked at as usual; for a renewal please use a supported system.',
  },
  'environment.diskFull': {
    title: 'The disk is nearly full',
    cause: 'Less than 50 MB are free where the records are kept; without records a renewal is not safe.',
    nextStep: 'Please free at least 500 MB, then check again.',
  },
  'environment.diskLow': {
    title: 'There is little room on the disk',
    cause: 'Less than 500 MB are free where the records are kept, which is enough for now.',
    nextStep: 'Please free some room soon.',
  },
  'environment.folderReadOnly': {
    title: 'Records cannot be kept',
    cause: 'This user may not write to the folder for the records; without records a renewal is not safe.',
    nextStep: 'Please check the rights of the folder in the details or ask an administrator, then check again.',
  },
  'environment.deviceRights': {
    title: 'The device file of the USB key cannot be used',
    cause: 'The driver talks to the key through a device file, which cannot be used now.',
    nextStep:
      'Please replug the key; otherwise ask an administrator to install the udev rules of the driver, then log in again.',
  },
  'environment.programOutdated': {
    title: 'There is a new version',
    cause: 'A newer version of the program is there; this one still works.',
    nextStep: 'Please update when no renewal is under way.',
  },
  'environment.otherCopy': {
    title: 'The program is open twice',
    cause: 'Another user or session of this computer has the program open, and both want the USB key.',
    nextStep: 'Please close it on the desktop of that user, then check again.',
  },
  'environment.keyHeld': {
    title: 'Another program has the USB key open',
    cause: 'While it is open there, writing a certificate may fail.',
    nextStep: 'Please save your work in it and close it, then check again; the certificates are not affected.',
  },
  'environment.conflictRunning': {
    title: 'A program of another authority is running',
    cause: 'It is running and takes hold of USB keys, so that a certificate may not be written.',
    nextStep: 'Please close it as the guide shows, then check again; the certificates are not affected.',
  },
  'environment.conflictSuspected': {
    title: 'A program of another authority may be running',
    cause: 'It seems to be running and may take hold of the USB key.',
    nextStep: 'Please close it and check again; if you are sure that it is not running, you can go on.',
  },
  'environment.conflictsUnreadable': {
    title: 'It cannot be told whether other programs are in the way',
    cause: 'The system did not show what is needed, so it cannot be said that there are none.',
    nextStep: 'Please close programs of other authorities before going on, or check again.',
  },
  'environment.programStillRunning': {
    title: 'The program is still running',
    cause: 'It was asked to close but is still running; it may be asking whether to save.',
    nextStep: 'Please look at its window; otherwise follow the guide. This program never ends another one by force.',
  },
  'environment.programRestarted': {
    title: 'The program has started again by itself',
    cause: 'It closed and started again: programs of this kind live in the system.',
    nextStep: 'Please restart the computer, open this program first, and use the other one afterwards.',
  },
  'environment.programNotEndable': {
    title: 'This program cannot ask it to close',
    cause: 'No program was asked to close.',
    nextStep: 'Please check again; if it is still there, follow the guide or ask an administrator.',
  },
}
