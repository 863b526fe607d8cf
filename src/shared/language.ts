/** The languages that the program speaks; Simplified Chinese is the source. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
