/** What a 诊断包 is made of, in the order in which it is shown and packed. */
export const sectionNames = [
  'about',
  'environment',
  'drivers',
  'tokens',
  'settings',
  'platform',
  'renewals',
  'log',
] as const

export type SectionName = (typeof sectionNames)[number]
