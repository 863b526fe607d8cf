import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText, ErrorWords } from '../failure-text.ts'

export const updateErrors: Readonly<Record<Extract<ErrorCode, `update.${string}`>, ErrorText>> = {
  'update.addressInvalid': {
    title: 'The update address cannot be used',
    cause: 'The program did not take this address.',
    nextStep: 'Please check the address; it begins with https://. Leave it empty for no updates.',
  },
  'update.unreachable': {
    title: 'The update server cannot be reached',
    cause: 'There is no network, or a proxy or firewall stopped the connection.',
    nextStep: 'Please check the network and try again; what was downloaded is kept. This version works as before.',
  },
  'update.tls': {
    title: 'The update server could not be identified',
    cause: 'The encrypted connection did not pass the check, and was not used.',
    nextStep:
      'Please check the clock and the address; if that does not help, tell your IT department. Do not bypass it.',
  },
  'update.redirected': {
    title: 'The update address leads elsewhere',
    cause: 'The server asks to fetch updates from another address, which the program does not follow.',
    nextStep: 'Perhaps the network wants a login first; else please check the address with your IT department.',
  },
  'update.notThere': {
    title: 'No update information was found at the address',
    cause: 'The update server did not give the file that was asked for.',
    nextStep: 'Please check the address with your IT department. This version works as before.',
  },
  'update.signature': {
    title: 'The update information was not taken',
    cause: 'It could not be shown to be the publisher’s; nothing in it was read and no file was downloaded.',
    nextStep:
      'Please give the code below to your IT department, and take no installer from elsewhere. This version works as before.',
  },
  'update.feedUnreadable': {
    title: 'There is no update for this computer',
    cause: 'The update information names no package that this computer can use, or cannot be understood.',
    nextStep: 'Please give the code below to your IT department. This version works as before.',
  },
  'update.feedOlder': {
    title: 'The update information is old',
    cause:
      'The server names an older version than this computer has seen; somebody may have put old information in the place of new. It was not taken.',
    nextStep: 'Please give the code below to your IT department. This version works as before.',
  },
  'update.corrupt': {
    title: 'The downloaded package is not whole',
    cause: 'It differs from what the publisher signed. It has been removed and was not installed.',
    nextStep: 'Please download it again. If this happens again, give the code below to your IT department.',
  },
  'update.diskFull': {
    title: 'The disk is full',
    cause: 'There is no room for the package; what was downloaded is kept, and this version is unchanged.',
    nextStep: 'Please free some room and continue; it does not begin again.',
  },
  'update.saveFailed': {
    title: 'The package was not saved',
    cause: 'The folder of the program cannot be written to; this version is unchanged.',
    nextStep: 'Please try again later; if that does not help, ask your IT department.',
  },
  'update.publisher': {
    title: 'The package is not signed by the publisher',
    cause: 'The check of its signature by the system failed. It has been removed and was not installed.',
    nextStep:
      'Please give the code below to your IT department, and take no installer from elsewhere. This version works as before.',
  },
  'update.renewalActive': {
    title: 'No update while a renewal is being done',
    cause: 'The USB Key is being written to, and an update would interrupt that.',
    nextStep:
      'Please wait until this renewal or repair has come to a stop. An unfinished one goes on after the update.',
  },
  'update.installFailed': {
    title: 'The update did not work',
    cause: 'The installation did not begin; this version is unchanged, and so are certificates and the USB Key.',
    nextStep: 'Please try again; if that does not help, let your IT department install the new version.',
  },
  'update.notInstalled': {
    title: 'The last update was not finished',
    cause:
      'The installation was cancelled or failed; this is still the version before. Certificates and the USB Key are not affected.',
    nextStep: 'Please check for updates and try again; if that does not help, let your IT department install it.',
  },
}

export const updateWords: Pick<ErrorWords, Extract<keyof ErrorWords, `update.${string}`>> = {
  'update.addressInvalid': {
    empty: 'No address has been entered.',
    malformed: 'The address is not well formed.',
    scheme: 'The address has to begin with https://.',
    'plain-http': 'This address is not encrypted.',
    credentials: 'The address must not contain an account or a password.',
    query: 'The address must not contain a question mark with parameters.',
    fragment: 'The address must not contain a number sign.',
    'api-version': 'The address is not well formed.',
  },
  'update.tls': {
    expired: 'The certificate of the server has expired, or the date of this computer is wrong.',
    'not-yet-valid': 'The certificate of the server is not valid yet, or the date of this computer is wrong.',
    'self-signed': 'The server has signed its certificate itself, and no authority vouches for it.',
    'unknown-issuer': 'The authority that issued the certificate of the server is not trusted.',
    'host-name': 'The certificate of the server belongs to another address.',
    revoked: 'The certificate of the server has been revoked.',
    certificate: 'The certificate of the server itself is not acceptable.',
    protocol: 'The other side does not support the encryption that is required, or this port is not encrypted.',
  },
  'update.signature': {
    'no-key': 'This version has no public key for checking signatures yet, and takes no updates.',
    missing: 'There is no signature beside it.',
    wrong: 'The signature is wrong: the content was changed, or is meant for another kind of system.',
  },
}
