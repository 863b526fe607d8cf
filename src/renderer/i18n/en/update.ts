import type { update as zh } from '../zh-CN/update.ts'

export const update: typeof zh = {
  title: 'Updates',
  stage: {
    off: 'This is {{current}}. No update address is set, and none are looked for.',
    locked:
      'This is {{current}}. It has no public key for checking updates yet and takes none; new versions are installed by your IT department.',
    unsupported:
      'This is {{current}}. Installed or run like this, it cannot update itself; new versions are installed by your IT department.',
    idle: 'This is {{current}}.',
    looking: 'Checking for updates',
    current: '{{current}} is the latest version.',
    available: 'Version {{version}} is available; this is {{current}}. Nothing changes before it is downloaded.',
    loading: 'Downloading {{version}}: {{received}} of {{size}}',
    checking: 'Checking the package',
    paused: 'Stopped at {{received}} of {{size}}; the download can go on from there.',
    ready: '{{version}} has been downloaded and checked, and is installed when the program restarts.',
    installing: 'The program is closing; {{version}} is installed then.',
  },
  progress: 'Download of {{version}}',
  heldUp: 'The USB Key is being written to: nothing is downloaded or installed until that is done.',
  refused: '{{version}} did not start on this computer and was gone back from; a later version will be offered.',
  checkedAt: 'Last checked: {{at}}',
  newVersion: 'New version',
  size: 'Download size',
  released: 'Released',
  notes: 'What is new',
  keepsPrevious: 'The present {{version}} is kept: if the new version fails to start twice, you can go back to it.',
  keepsNothing:
    'There is no package of the present {{version}}: if the new version does not start, it has to be installed again.',
  safe: 'An update changes no certificate, USB Key or setting; an unfinished renewal goes on after it.',
  look: 'Check for updates',
  download: 'Download',
  goOn: 'Continue download',
  stop: 'Cancel',
  putOff: 'Later',
  install: 'Restart and install',
  address: 'Update address',
  saveAddress: 'Save update address',
  addressHint:
    'Your IT department or the provider of the program gives it; it begins with https://. With an address the program checks once a day at most, and asks before it downloads. Leave it empty for no checks.',
  addressSaved: 'The update address is saved.',
  addressRemoved: 'The update address is removed; no updates are looked for.',
  addressProblem: {
    notAddress: 'Please enter a whole address, for example https://updates.example.com.',
    notApproved: 'This address is not encrypted. Please use one that begins with https://.',
    hasCredentials: 'The address must not contain an account or a password.',
  },
  mark: 'a new version is available',
}
