import { expect, it } from 'vitest'
import { maskedEnd, maskedName } from './mask.ts'

it.each([
  ['', ''],
  ['张', '张'],
  ['张三', '张*'],
  ['欧阳修', '欧**'],
  ['欧阳修文', '欧阳**'],
  ['济南示例科技有限公司', '济南****公司'],
  ['𠮷野家株式会社', '𠮷野****会社'],
])('shows %s as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown)
})

it('shows the end of a number, and nothing of a short one', () => {
  expect(['370100882231', '1234', 'A1', ''].map(maskedEnd)).toEqual(['****2231', '****', '****', '****'])
})
