import { languages } from './language.ts'

/** `system`: English where the system speaks it, Chinese everywhere else. */
export const languageChoices = [...languages, 'system'] as const

/** In percent of the usual size. */
export const textSizes = [100, 125, 150, 200] as const
