/** Adding one does not compile until its texts are there. */
export const languages = ['zh-CN'] as const

export type Language = (typeof languages)[number]
