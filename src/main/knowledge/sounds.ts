import { pinyin } from 'pinyin-pro'
import { hanRunsOf, isHan, pairsOf, wordsOf } from './words.ts'

/** Stands between two syllables that come from characters: nobody types it, so it is matched as a whole only. */
const mark = '’'

/**
 * How a title or a keyword can be typed without its characters: 密码错误 as mimacuowu and mmcw, and from each of its words
 * on, since many remember the end only.
 */
export function typedSounds(phrase: string): readonly string[] {
  const words = wordsOf(phrase).map((word) => (isHan(word) ? syllablesOf(word) : [word.toLowerCase()]))
  return words.flatMap((_, start) => {
    const syllables = words.slice(start).flat()
    return [syllables.join(''), syllables.map((syllable) => syllable.slice(0, 1)).join('')]
  })
}

/** Pairs of syllables of the Chinese in a text: 正书 sounds like 证书, whoever typed it. */
export function heardSounds(text: string): readonly string[] {
  return hanRunsOf(text).flatMap((run) => pairsOf(syllablesOf(run), mark))
}

export function isHeard(term: string): boolean {
  return term.includes(mark)
}

function syllablesOf(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}
