/** How text becomes the terms of the search: the same for what is indexed and for what is typed. */
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const han = /^\p{Script=Han}+$/u
const hanRun = /\p{Script=Han}+/gu
/** A code, a value or a word stays whole: token.pinLocked, CKR_PIN_LOCKED, 0x0A000024. */
const latinRun = /[a-z0-9]+(?:[._][a-z0-9]+)*/gi

/** Says nothing about what is asked for. */
const fillers = new Set(Array.from('的了吗呢啊吧我你他它是在有和与或请就都也还把被'))

export function isHan(term: string): boolean {
  return han.test(term)
}

/** Words of the dictionary, as the segmenter (ICU) divides them; punctuation is left out. */
export function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment)
}

/**
 * Terms of a text: Chinese by words and by pairs of characters, since no dictionary knows 插了没反应; everything else by
 * what blanks and punctuation divide, in lower case.
 */
export function termsOf(text: string): readonly string[] {
  const chinese = hanRunsOf(text).flatMap((run) =>
    [...wordsOf(run), ...pairsOf(Array.from(run))].filter(isTellingIn(run)),
  )
  const latin = (text.match(latinRun) ?? []).map((word) => word.toLowerCase())
  const terms = [...new Set([...chinese, ...latin])]
  const telling = terms.filter((term) => !fillers.has(term))
  return telling.length === 0 ? terms : telling
}

/** A single character says something only where it stands alone. */
function isTellingIn(run: string): (term: string) => boolean {
  return (term) => term.length > 1 || run.length === 1
}

/** Neighbours, joined: also of syllables, where a mark in between tells them from what is typed. */
export function pairsOf(parts: readonly string[], mark = ''): readonly string[] {
  return parts.slice(1).map((part, index) => `${parts[index] ?? ''}${mark}${part}`)
}

/** The Chinese parts of a text, each without a break. */
export function hanRunsOf(text: string): readonly string[] {
  return text.match(hanRun) ?? []
}
