import { describe, expect, it } from 'vitest'
import { zhCn } from '../zh-CN/texts.ts'
import { en } from './texts.ts'

/** Every text by its path: `certificates.status.valid`, `certificates.cause.nothing.steps.0`. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
}

const english = textsOf(en)
const chinese = new Map(textsOf(zhCn))
const paths = new Set(english.map(([path]) => path))
/** The text that a singular stands beside. */
const pluralOf = (path: string) => path.replace(/_one$/, '')
const isSingular = (path: string) => path.endsWith('_one')

/** What a text is filled with: {{name}}. */
const filledWith = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))].sort()

/** Words that a user meets elsewhere, in Chinese, and has to recognise; and a language, named in itself. */
const quoted = ['证书未生效或者用户不存在', '没有分配印章权限', '中文']

describe('the English texts', () => {
  it('have the keys of the Chinese ones, and singulars beside them', () => {
    const own = english.map(([path]) => path).filter((path) => !isSingular(path))
    expect(own.sort()).toEqual([...chinese.keys()].sort())
    expect(english.length).toBeGreaterThan(900)
  })

  it('are filled with the same values', () => {
    // A date is told in months and days in Chinese, and as the program tells dates in English.
    const differing = english.filter(([path, text]) => {
      const source = filledWith(chinese.get(pluralOf(path)) ?? '')
      return path !== 'renewal.result.monthDayTime' && filledWith(text).join() !== source.join()
    })
    expect(differing.filter(([path]) => !isSingular(path))).toEqual([])
    // A singular may do without its number.
    expect(differing.filter(([, text]) => filledWith(text).some((name) => name !== 'count'))).toEqual([])
  })

  it('have a singular only where a number decides', () => {
    const singulars = [...paths].filter(isSingular)
    const numbered = new Set(['certificates.days.left', 'certificates.days.ago'])
    const idle = singulars.filter((path) => {
      const plural = pluralOf(path)
      return !numbered.has(plural) && !(chinese.get(plural) ?? '').includes('{{count}}')
    })
    expect(idle).toEqual([])
    expect(singulars.length).toBeGreaterThan(10)
  })

  it('hold no Chinese but what is quoted', () => {
    const strange = english.filter(([, text]) =>
      /\p{Script=Han}|[，。：；（）、]/u.test(quoted.reduce((rest, words) => rest.replace(words, ''), text)),
    )
    expect(strange).toEqual([])
  })

  it('are calm', () => {
    expect(english.filter(([, text]) => /!|\b(error occurred|oops|invalid|fatal)\b/i.test(text))).toEqual([])
  })
})
