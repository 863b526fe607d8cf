import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type SigningCode = Extract<ErrorCode, `signing.${string}`>

export const signingErrors: Readonly<Record<SigningCode, ErrorText>> = {
  'signing.keyMismatch': {
    title: 'Private key and certificate do not match',
    cause: 'The USB key gave a result, but it did not verify with this certificate: they may not be a pair.',
    nextStep: 'Do not use this certificate. Tell the issuing authority the card number and the serial number.',
  },
  'signing.wrongUsage': {
    title: 'An encryption certificate cannot sign',
    cause: 'This certificate is for encryption only and may not be used to sign files.',
    nextStep: 'Use the signing certificate on the same card.',
  },
  'signing.sm2Files': {
    title: 'Files cannot be signed with an SM2 certificate yet',
    cause:
      'Files are signed with RSA and P-256 certificates only. The program does not make SM2 signature files (GM/T 0010).',
    nextStep:
      'No signature file was made and the certificate is unaffected. To see that certificate and key work, use the signature test.',
  },
  'signing.fileUnreadable': {
    title: 'The file cannot be read',
    cause: 'The chosen file is not where it was, or may not be read.',
    nextStep: 'Choose the file again and retry.',
  },
  'signing.fileChanged': {
    title: 'The file changed while it was being signed',
    cause: 'Its content changed during signing, so this signature was not saved.',
    nextStep: 'Close the program that is editing the file and sign again.',
  },
  'signing.saveFailed': {
    title: 'The signature was not saved',
    cause: 'The signature was made, but its file was not written; the folder may be read-only or the disk full.',
    nextStep: 'Copy the file to a folder that can be written to and sign again.',
  },
  'signing.notSignature': {
    title: 'This is not a signature file',
    cause: 'The chosen file is not a signature that is known here (CMS, usually .p7s).',
    nextStep: 'Choose the .p7s file that came with the file; if it is damaged, ask for it again.',
  },
  'signing.attached': {
    title: 'The signature contains the file itself',
    cause: 'This signature wraps the file’s content; this program only checks signatures apart from their file.',
    nextStep: 'Ask for a detached signature (.p7s), or check it with the sender’s software.',
  },
  'signing.noSigner': {
    title: 'There is no signature in the file',
    cause: 'The chosen file only holds certificates, and nobody’s signature.',
    nextStep: 'Choose a .p7s signature file.',
  },
  'signing.sm2Format': {
    title: 'Signatures in the Chinese national format are not supported yet',
    cause: 'This signature is in the format of GM/T 0010, which is not checked here yet; that says nothing against it.',
    nextStep: 'Check it with software of the issuing authority or of the sender.',
  },
}
