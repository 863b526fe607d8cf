import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'
import { contentErrors } from './errors-content.ts'
import { diagnosticsErrors } from './errors-diagnostics.ts'
import { reminderErrors } from './errors-reminders.ts'
import { updateErrors } from './errors-update.ts'
import { environmentErrors } from './errors-environment.ts'
import { issuedErrors } from './errors-issued.ts'
import { platformErrors } from './errors-platform.ts'
import { renewalErrors } from './errors-renewal.ts'
import { sealErrors } from './errors-seal.ts'
import { signingErrors } from './errors-signing.ts'
import { tokenErrors } from './errors-token.ts'

/** Exhaustive: a code without text does not compile. */
export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  ...contentErrors,
  ...diagnosticsErrors,
  ...reminderErrors,
  ...updateErrors,
  ...environmentErrors,
  ...tokenErrors,
  ...platformErrors,
  ...renewalErrors,
  ...issuedErrors,
  ...sealErrors,
  ...signingErrors,
  internal: {
    title: 'Something unexpected happened in the program',
    cause: 'There was an error inside the program, and this step was not completed.',
    nextStep: 'Restart the program and retry. Certificates are unaffected; if it happens again, tell support the code.',
  },
  'ipc.untrusted': {
    title: 'The request was refused',
    cause: 'The request did not come from a window of this program.',
    nextStep: 'Close the program and open it again.',
  },
  'ipc.invalidInput': {
    title: 'What was entered cannot be used',
    cause: 'The program received something it does not understand, and did nothing.',
    nextStep: 'Check what was entered and try again.',
  },
  'ipc.invalidOutput': {
    title: 'The result cannot be shown',
    cause: 'The result has an unexpected form and is not shown, so that it does not mislead.',
    nextStep: 'Check again; if it happens again, tell support the code below.',
  },
  'pin.refused': {
    title: 'The new PIN does not meet the rules',
    cause: 'The new PIN was not given to the USB key; no try was used, and the PIN is unchanged.',
    nextStep: 'Choose a new PIN that meets the rules.',
  },
  'certificate.notFound': {
    title: 'This certificate was not found',
    cause: 'It is not on the USB key that is plugged in now; the key may have been exchanged.',
    nextStep: 'Plug in the original USB key and check again.',
  },
  'certificate.unreadable': {
    title: 'The certificate cannot be read',
    cause: 'What is stored there is not a complete certificate.',
    nextStep: 'Do not delete it; tell the issuing authority the card number and ask them to check.',
  },
  'certificate.exportFailed': {
    title: 'The certificate was not exported',
    cause: 'The file was not written; the folder may be read-only or the disk full.',
    nextStep: 'Export it to another folder. The certificate on the USB key is unaffected.',
  },
  'sms.wrongCode': {
    title: 'The code is not correct',
    cause: 'The digits differ from those of the latest message.',
    nextStep: 'Enter the code of the latest message.',
  },
  'sms.codeExpired': {
    title: 'The code has expired',
    cause: 'This code is no longer valid.',
    nextStep: 'Ask for a new code.',
  },
  'sms.tooSoon': {
    title: 'Wait a moment before the next code',
    cause: 'The time between two codes was too short.',
    nextStep: 'Ask again when the countdown has ended.',
  },
  'sms.dailyLimit': {
    title: 'No more codes can be sent today',
    cause: 'This phone number has received as many codes as are allowed in a day.',
    nextStep: 'Continue tomorrow: the steps that are done are kept, and the old certificate is unaffected.',
  },
  'sms.locked': {
    title: 'The code is locked',
    cause: 'A wrong code was entered too often, and the platform takes none for a while.',
    nextStep: 'Ask for a new code later; the steps that are done are kept.',
  },
  'settings.saveFailed': {
    title: 'The settings were not saved',
    cause: 'The settings file cannot be written.',
    nextStep: 'Check disk space and the folder’s rights, then save again.',
  },
  'settings.rootInvalid': {
    title: 'This file cannot be used as a root certificate',
    cause: 'The program did not take this file, and the settings are unchanged.',
    nextStep: 'Ask the platform’s support or your IT department for the root certificate.',
  },
  'settings.pinInvalid': {
    title: 'The fingerprint of the key is not correct',
    cause: 'A fingerprint has 44 characters of Base64, and one line has not; the settings are unchanged.',
    nextStep: 'Compare it character by character, or ask the platform’s support for it again.',
  },
  'settings.proxyInvalid': {
    title: 'This proxy address cannot be used',
    cause: 'The program did not take this proxy address, and the settings are unchanged.',
    nextStep: 'Enter host name and port, for example proxy.example.com:8080.',
  },
  'settings.managed': {
    title: 'Your administrator has set this',
    cause: 'It is set for everybody on this computer and cannot be changed here. Nothing was changed.',
    nextStep: 'Please ask IT where something else is needed.',
  },
  'settings.policyUnprotected': {
    title: 'The settings of your organisation were not used',
    cause:
      'Ordinary users can change the file or its folder, so that it may not come from the administrator. Nothing in it was used.',
    nextStep:
      'Please pass this message on to IT. Your own settings are in use; check the platform address before you type a password.',
  },
  'settings.policyUnreadable': {
    title: 'The settings of your organisation cannot be read',
    cause: 'The file cannot be opened, or is not in order. Nothing in it was used.',
    nextStep:
      'Please pass this message on to IT. Your own settings are in use; check the platform address before you type a password.',
  },
  'resource.refused': {
    title: 'The update file was not taken',
    cause: 'The program did not take this file; the table in use is unchanged.',
    nextStep: 'Ask the provider of the program for a file for this version; the present table works as before.',
  },
  'demo.unavailable': {
    title: 'The demonstration did not start',
    cause: 'The platform or the USB key of the demonstration did not start.',
    nextStep: 'Close the program and open the demonstration again.',
  },
  'trust.authorityInvalid': {
    title: 'This authority was not added',
    cause: 'The chosen file cannot be used as a trusted authority.',
    nextStep: 'Ask the authority for the file of its root certificate. Other settings are unchanged.',
  },
  'demo.fixed': {
    title: 'This cannot be changed in the demonstration',
    cause: 'The demonstration uses its own platform and USB key, and cannot reach real ones.',
    nextStep: 'To use a real USB key, close the demonstration and open the program normally.',
  },
}
