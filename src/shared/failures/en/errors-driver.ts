import type { ErrorText } from '../failure-text.ts'

/** What keeps a driver from being used. */
export const driverErrors = {
  'token.noModule': {
    title: 'No driver was found',
    cause: 'Certificates are read through the driver of the USB key’s vendor, and none was found on this computer.',
    nextStep: 'Install the driver that came with the USB key and check again; else add it by hand in the settings.',
  },
  'token.moduleNotFound': {
    title: 'The driver file is gone',
    cause: 'The driver file of the settings is not where it was; it may have been uninstalled or moved.',
    nextStep: 'Install the driver again, or remove it in the settings and add it anew.',
  },
  'token.moduleNotPkcs11': {
    title: 'This file is not a usable driver',
    cause: 'The chosen file does not offer the interface through which a USB key is read.',
    nextStep: 'Remove it in the settings and choose the driver file that the vendor’s manual names.',
  },
  'token.moduleWrongArchitecture': {
    title: 'This driver cannot be used by the program',
    cause: 'The driver was made for other bits or another processor than the program, and was not loaded.',
    nextStep: 'Ask the vendor or the issuing authority for a 64-bit driver, install it and check again.',
  },
  'token.moduleBroken': {
    title: 'The driver does not start',
    cause: 'The driver file is there but fails to start; it may be incomplete, or blocked by security software.',
    nextStep: 'Unplug the USB key, install the driver again, allow it to run, plug the key in and check again.',
  },
  'token.quarantined': {
    title: 'The driver has been set aside',
    cause: 'This driver has failed before, and the program no longer starts it by itself; certificates are unaffected.',
    nextStep: 'Update or reinstall the driver, then press retry. Other drivers work as usual.',
  },
  'token.crashed': {
    title: 'The driver ended unexpectedly',
    cause: 'The vendor’s driver crashed while working; it was kept apart, and certificates are unaffected.',
    nextStep: 'Plug the USB key in again and retry. If it happens often, update the driver.',
  },
  'token.timeout': {
    title: 'The USB key does not respond',
    cause: 'The driver did not answer in time; another certificate program may be using the USB key.',
    nextStep: 'Quit other certificate programs at the bottom right of the screen, plug the key in again and retry.',
  },
  'token.waitStopped': {
    title: 'Waiting was stopped',
    cause: 'The driver did not answer, and the program has stopped waiting as asked; the certificates are unchanged.',
    nextStep:
      'Close the driver’s own window, plug the USB key in again and check again, then continue where it stopped.',
  },
} as const satisfies Readonly<Record<`token.${string}`, ErrorText>>
