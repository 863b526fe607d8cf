import { join } from 'node:path'
import { createKnowledge } from '../src/main/knowledge/knowledge.ts'
import { median, progress, rounded, timed } from './measure.ts'

const resources = join(import.meta.dirname, '../resources')
/** Typed letter by letter, as in 帮助中心: the search is asked after each of them. */
const phrases = [
  '插了没反应',
  '驱动装了还是不行',
  '控件冲突',
  '延期到一半断电了',
  '密码输错了',
  'key锁了',
  '收不到验证码',
  '证书过期了怎么办',
  '证书未生效或者用户不存在',
  '该用户没有分配印章权限',
  '延期会不会把原来的证书删掉',
  'mimawangle',
  'mmwj',
  '正书过期',
  '0x0A000024',
  'CKR_PIN_LOCKED',
  'token.pinLocked',
]
const rounds = 5

/** What an answer of the search costs while somebody types, in ms; the first one reads and indexes everything. */
export async function measureKnowledge() {
  progress('knowledge')
  const { search } = createKnowledge({ resources, language: () => 'zh-CN' })
  const firstMs = rounded(await timed(() => search('a')))
  const typed = phrases.flatMap((phrase) => Array.from(phrase, (_, index) => phrase.slice(0, index + 1)))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const query of typed) times.push(await timed(() => search(query)))
  }
  return { searchMs: { p50: rounded(median(times)), p95: rounded(percentile(times, 0.95)) }, firstMs }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}
