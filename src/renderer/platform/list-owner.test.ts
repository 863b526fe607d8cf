import { expect, test } from 'vitest'
import { isShownTo } from './list-owner.ts'

const account = { platformAddress: 'https://ca.example.com', displayName: '张三', maskedPhone: '138****5678' }
const owner = { account, logouts: 1 }

test.each([
  ['its owner', owner, true],
  ['its owner, whose session has run out', { ...owner, account: { platformAddress: account.platformAddress } }, true],
  ['nobody after a logout', { account: { platformAddress: account.platformAddress }, logouts: 2 }, false],
  ['its owner after a logout', { account, logouts: 2 }, false],
  ['another account', { ...owner, account: { ...account, displayName: '李四' } }, false],
  ['another account of the same name', { ...owner, account: { ...account, maskedPhone: '139****0000' } }, false],
  ['the same name elsewhere', { ...owner, account: { ...account, platformAddress: 'https://b.example' } }, false],
])('a list is shown or not to %s', (_who, now, isShown) => {
  expect(isShownTo(owner, now)).toBe(isShown)
})
