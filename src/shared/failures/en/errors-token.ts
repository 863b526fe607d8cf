import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'
import { driverErrors } from './errors-driver.ts'
import { pinErrors } from './errors-pin.ts'

type TokenCode = Extract<ErrorCode, `token.${string}`>

export const tokenErrors: Readonly<Record<TokenCode, ErrorText>> = {
  ...driverErrors,
  ...pinErrors,
  'token.absent': {
    title: 'No USB key was detected',
    cause: 'The USB key that is needed is not plugged in properly, or was pulled out.',
    nextStep: 'Plug it in and wait for its light. If that does not help, use another USB port of the computer itself.',
  },
  'token.otherToken': {
    title: 'This is another USB key',
    cause: 'The USB key that is plugged in is not the one this renewal was begun with.',
    nextStep: 'Plug in the original USB key, by its card number, and continue.',
  },
  'token.sameSerial': {
    title: 'Two USB keys have the same serial number',
    cause: 'The program cannot tell which one is meant, and has given the PIN to neither.',
    nextStep: 'Leave only the USB key that is to be renewed plugged in, and try again.',
  },
  'token.notInitialised': {
    title: 'The USB key is not in use yet',
    cause: 'No PIN has been set on this USB key, and there is no usable certificate on it.',
    nextStep: 'Please ask the authority that issued it to put it into use.',
  },
  'token.busy': {
    title: 'The USB key is being used',
    cause: 'This program is using the USB key for something else; the PIN was not submitted.',
    nextStep:
      'Wait until that is done, or choose to continue the renewal later. After two idle minutes it is logged out.',
  },
  'token.inUse': {
    title: 'Another program has reserved the USB key',
    cause: 'Another program has locked this USB key. No PIN was submitted and nothing was written.',
    nextStep:
      'Close the assistants of other authorities and retry. If that does not help, unplug the key and plug it in.',
  },
  'token.keyNotFound': {
    title: 'The key was not found',
    cause: 'The USB key does not hold the key that this step needs.',
    nextStep: 'Make sure that this is the USB key of this renewal and retry. The old certificate is unchanged.',
  },
  'token.noRoom': {
    title: 'The USB key is full',
    cause: 'There is no room for a new key and certificate; the new certificate was not written.',
    nextStep:
      'Do not delete anything: old certificates may be needed for old files. Ask the issuing authority to make room.',
  },
  'token.readOnly': {
    title: 'The USB key cannot be written to',
    cause: 'This USB key or its driver is read-only, so a new certificate cannot be written.',
    nextStep: 'Ask the issuing authority about the model of the USB key and the version of its driver.',
  },
  'token.unsupported': {
    title: 'The USB key does not support this step',
    cause: 'This USB key or its driver lacks a function that is needed.',
    nextStep: 'Update the driver and retry. If that does not help, tell support the model and the code below.',
  },
  'token.sm2Unsupported': {
    title: 'This driver does not support SM2',
    cause: 'This driver uses the PKCS#11 interface, which has no SM2. The program takes no other algorithm instead.',
    nextStep:
      'The certificate is unaffected. Please install the SKF driver of this USB Key and check again; the authority or the maker can provide it.',
  },
  'token.onlySm2BySkf': {
    title: 'Another driver is needed',
    cause:
      'The algorithm of this certificate is not SM2. Only an SKF driver is there for this USB Key, and through it the program renews SM2 certificates only.',
    nextStep:
      'The certificate is unaffected and can still be viewed and exported. Please install the PKCS#11 driver of this USB Key, then check again.',
  },
  'token.layoutUnknown': {
    title: 'The data format of this driver is not clear',
    cause: 'What this SKF driver answers does not have the form of the standard. Nothing was written.',
    nextStep:
      'The certificate is unaffected. Export the USB key report in the environment check and send it to support.',
  },
  'token.signatureWrong': {
    title: 'The signature of the USB key is not right',
    cause: 'The signature that the USB key has just made does not agree with its public key. It was not sent.',
    nextStep: 'The certificate is unaffected. Update the driver and retry; else export the USB key report for support.',
  },
  'token.keyExposed': {
    title: 'The USB key cannot protect the encryption key',
    cause: 'The USB key cannot keep the new private encryption key unreadable, so the program has removed it again.',
    nextStep: 'The old encryption certificate works as before. Ask the authority for another model or a newer driver.',
  },
  'token.wrappedKeyRefused': {
    title: 'The USB key does not take the new encryption key',
    cause: 'The USB key reports that the encryption key sent by the platform is not right; it was not written.',
    nextStep: 'The old certificate is unchanged. Tell the platform’s support the order number and the code below.',
  },
  'token.roomUnknown': {
    title: 'The free space is unknown',
    cause: 'This USB key does not report how much space is left.',
    nextStep: 'You may go on: if there is no room, the program stops and keeps the old certificate.',
  },
  'token.deviceError': {
    title: 'The USB key has failed',
    cause: 'The USB key reports a device error, perhaps because of a loose contact or too little power.',
    nextStep: 'Plug it directly into a USB port of the computer itself and retry. The old certificate is unchanged.',
  },
  'token.failed': {
    title: 'The USB key reports a failure',
    cause: 'The driver reports a failure; often another certificate program is using the USB key.',
    nextStep: 'Quit other certificate programs, plug the USB key in again and retry; else tell support the code below.',
  },
}
