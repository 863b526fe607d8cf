import type { renewal as zh } from '../zh-CN/renewal.ts'
import type { English } from './english.ts'

/** 核对结果. */
export const result: English<(typeof zh)['result']> = {
  success: { renewal: 'Renewal successful', repair: 'Repair successful' },
  proved: 'At {{at}} the new certificate was read back from the USB Key; a signature made with it was verified.',
  notProved: 'There is no record of a check of the new certificate. Please try a signature with it.',
  took: 'It took {{duration}}.',
  oldRemoved: 'The old signing certificate was removed.',
  oldKept: 'The old certificate is still on the USB Key.',
  oldKeptForEncryption:
    'The old signing certificate is still on the USB Key: it lies in one container with the old encryption key, which old files need.',
  before: { renewal: 'Before', repair: 'Before' },
  after: { renewal: 'After', repair: 'After' },
  ofUsage: '{{title}} · {{usage}}',
  signing: 'Signing certificate',
  encryption: 'Encryption certificate',
  encryptionWritten:
    'The new signing certificate and the new encryption certificate are both written. The old encryption certificate was kept, to decrypt old files.',
  skippedTitle: 'The encryption certificate was not replaced',
  skipped: 'This USB Key cannot take the new encryption key. The {{kind}} of the signing certificate is done.',
  oldEncryption: {
    valid: 'The old encryption certificate is kept and stays valid until {{at}}.',
    expired: 'The old encryption certificate is kept on the USB Key; it expired at {{at}}.',
    unknown: 'The old encryption certificate is kept on the USB Key.',
  },
  skippedNext:
    'Please ask the certificate authority which model of USB Key, or which driver, can take encryption keys.',
  next: 'What comes next',
  replug: 'Pull out the USB Key and plug it in again, then restart the browser and the bidding software.',
  wait: 'Business systems are updated after about one working day. If one says "证书未生效或者用户不存在" (certificate not in force, or no such user), please try again after {{at}}, or later if there are holidays.',
  finish: 'Done',
  monthDayTime: '{{date}} {{time}}',
  abandoned: { renewal: 'This renewal was abandoned', repair: 'This repair was abandoned' },
  refusedText:
    'The certificate that the platform issued was not put to use, and the platform was told to withdraw it. What was written to the USB Key has all been removed.',
  oldStillValid: 'The old certificate was not changed and is valid until {{at}}.',
  oldExpired: 'The old certificate was not changed. It expired at {{at}}; you can repair it again.',
  oldCertificate: 'Old certificate',
  abandonedNext: 'You can begin again from Renew and repair whenever you need to.',
}
