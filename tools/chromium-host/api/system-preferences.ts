import { strict } from '../strict.ts'

/** The `systemPreferences` module: on Linux, Electron's has nothing of what the app uses. */
export const systemPreferences = strict('systemPreferences', {})
