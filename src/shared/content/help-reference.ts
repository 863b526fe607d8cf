import { isReference, type Reference } from '../knowledge/reference.ts'

export type FaqReference = `faq:${string}`
type AnnouncementReference = `announcement:${string}`

/** Everything that can be opened in 帮助中心: an article, the page of a code, or a text of the platform. */
export type HelpReference = Reference | FaqReference | AnnouncementReference

export interface TextOfPlatform {
  readonly kind: 'faq' | 'announcement'
  readonly id: string
}

const shape = /^(faq|announcement):([A-Za-z0-9_-]{1,64})$/

/** Which text of the platform is meant; undefined for what the program itself explains. */
export function textOfPlatform(reference: string): TextOfPlatform | undefined {
  const [, kind, id] = shape.exec(reference) ?? []
  if (id === undefined) return undefined
  return { kind: kind === 'faq' ? 'faq' : 'announcement', id }
}

export function isHelpReference(text: string): text is HelpReference {
  return isReference(text) || textOfPlatform(text) !== undefined
}
