import type { settings as zh } from '../zh-CN/settings.ts'
import type { English } from './english.ts'
import { appearance } from './settings-appearance.ts'
import { connection } from './settings-connection.ts'
import { drivers } from './settings-drivers.ts'
import { managed } from './settings-managed.ts'

export const settings: English<typeof zh> = {
  ...connection,
  appearance,
  drivers,
  managed,
  about: {
    title: 'About',
    licences: 'Licences of what is inside',
    licencesFailed: 'The folder did not open. The file is in resources/licenses, where the program is installed.',
    version: 'Version',
    mode: 'Mode',
    real: 'Real',
    demo: 'Demonstration',
    demoToken: 'USB Key of the demonstration',
    softhsm: 'Key in software (SoftHSM2)',
    soft: "The program's own key in software",
  },
}
