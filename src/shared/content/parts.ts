/** The parts of 帮助中心 that a platform need not have, in the order of their tabs; the contract's own words. */
export const contentParts = ['announcements', 'downloads', 'faqs'] as const
export type ContentPart = (typeof contentParts)[number]
