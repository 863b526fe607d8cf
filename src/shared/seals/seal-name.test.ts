import { expect, it } from 'vitest'
import { checkSealName, usualSealName, type SealHolder } from './seal-name.ts'
import type { SealType } from './seal-types.ts'

const company: SealHolder = {
  commonName: '济南示例（集团）有限公司',
  organisation: '济南示例（集团）有限公司',
  holderKind: 'organisation',
}
const person: SealHolder = { commonName: '张三', holderKind: 'personal' }
const clerk: SealHolder = { ...company, commonName: '李四' }

it.each<[SealType, string, SealHolder, string]>([
  ['official', '济南示例（集团）有限公司', company, 'right'],
  ['official', ' 济南示例(集团)  有限公司', company, 'right'],
  ['oval', '济南示例〔集团〕有限公司', company, 'right'],
  ['official', '济南示例有限公司', company, 'equal'],
  ['official', '济南示例（集团）有限公司公章', company, 'equal'],
  ['contract', '济南示例(集团)有限公司合同专用章', company, 'right'],
  ['contract', '济南示例(集团)有限公司', company, 'begins'],
  ['finance', '示例财务专用章', company, 'begins'],
  ['invoice', 'ＡＢ公司发票专用章', { ...company, organisation: 'AB公司' }, 'right'],
  ['personal', '张三', person, 'right'],
  ['personal', '张三之印', person, 'right'],
  ['personal', '张三丰', person, 'person'],
  ['personal', '李四印', clerk, 'right'],
  ['legal-representative', '王五', company, 'unknown-person'],
  ['legal-representative', '李四', person, 'person'],
  ['official', '张三', person, 'right'],
])('%s named %s', (type, name, holder, expected) => {
  const verdict = checkSealName(name, type, holder)
  expect(verdict.kind === 'right' ? 'right' : verdict.reason).toBe(expected)
})

it('a difference says what the name has to be', () => {
  expect(checkSealName('x', 'official', company)).toEqual({
    kind: 'refused',
    reason: 'equal',
    wanted: '济南示例（集团）有限公司',
  })
})

it('the usual name is one that is taken', () => {
  for (const type of ['official', 'oval', 'finance', 'contract', 'invoice'] as const) {
    expect(checkSealName(usualSealName(type, company) ?? '', type, company)).toEqual({ kind: 'right' })
  }
  expect([usualSealName('personal', person), usualSealName('personal', company)]).toEqual(['张三', undefined])
})
