/** Language and text size of the program (设置). */
import * as z from 'zod'
import { languageChoices, textSizes } from '../appearance.ts'
import { languages } from '../language.ts'

export const LanguageChoice = z.enum(languageChoices)
export const TextSize = z.literal(textSizes)

export const Appearance = z.object({
  choice: LanguageChoice,
  /** What the choice comes to on this computer. */
  language: z.enum(languages),
  textSize: TextSize,
})
export type Appearance = z.output<typeof Appearance>

/** What is left out stays as it is. */
export const AppearanceChange = z.strictObject({
  choice: LanguageChoice.optional(),
  textSize: TextSize.optional(),
})
export type AppearanceChange = z.output<typeof AppearanceChange>
