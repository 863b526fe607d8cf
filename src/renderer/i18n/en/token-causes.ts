import type { tokenCauses as zh } from '../zh-CN/token-causes.ts'
import type { English } from './english.ts'

export const tokenCauses: English<typeof zh> = {
  device: 'Plugged in: {{device}}',
  processes: 'Programs that use it',
  process: '{{name}} (process {{pid}})',
  openPage: 'Open the driver’s download page',
  pageFailed: 'The page could not be opened. Please ask the maker or the certificate authority for the driver.',
  nothing: {
    title: 'No USB Key found',
    text: 'No known USB Key was seen on the USB ports of this computer.',
    steps: [
      'Please plug the USB Key into a USB port of the computer itself and wait for its light; the program reads it by itself.',
      'Already plugged in: please use another USB port, without a hub or an extension cable.',
      'Still nothing: the program may not know this model. Please install the driver as its manual says, then add it in Settings.',
    ],
  },
  'driver-missing': {
    title: 'A USB Key is plugged in, but its driver was not found',
    text: 'The program needs the maker’s driver to read certificates. They are still on the USB Key, and not affected.',
    steps: [
      'Please install the driver from the certificate authority or the maker, then pull out the USB Key and plug it in again.',
      'The program reads it by itself. If nothing happens, choose Check again.',
      'The driver is installed already: please add its file in Settings.',
    ],
  },
  'driver-32-bit': {
    title: 'The driver is a 32-bit one and cannot be used',
    text: 'This is a 64-bit program, which can only load 64-bit drivers. The certificates are not affected.',
    steps: [
      'Please ask the maker or the certificate authority for the 64-bit driver.',
      'After installing it, pull out the USB Key and plug it in again; the program reads it by itself.',
    ],
  },
  'in-use': {
    title: 'Another program has the USB Key open',
    text: 'While it does, the driver may not be able to read certificates. They are not affected.',
    steps: [
      'Please save your work in these programs and quit them; their icons are often at the lower right of the screen.',
      'The program then reads the USB Key by itself. If nothing happens, plug the USB Key in again.',
    ],
  },
  'unknown-key': {
    title: 'The smart card device is not known',
    text: 'This model is not in the program’s table of drivers, so it cannot tell which driver to use.',
    steps: [
      'Please ask the certificate authority for the model, and install its driver.',
      'After installing it, add the driver’s file in Settings.',
    ],
  },
  unread: {
    title: 'A USB Key is plugged in, but the driver did not read it',
    text: 'It cannot be told yet why. The certificates are not affected.',
    steps: [
      'Please quit the CA programs of other provinces and cities, then plug the USB Key into another USB port of the computer itself.',
      'The driver in use may not be the one of this USB Key: please install the driver from the certificate authority, then add it in Settings.',
    ],
  },
}
