import { expect, it } from 'vitest'
import { isProtectedDescriptor } from './windows-protection.ts'

/** A file that an administrator has made in %ProgramData%\CertUserTool, and that folder. */
const file = 'O:BAG:DUD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'
const folder =
  'O:BAG:DUD:AI(A;OICIIOID;GA;;;CO)(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;CIID;0x100116;;;BU)(A;OICIID;0x1200a9;;;BU)'
const user = 'S-1-5-21-1004336348-1177238915-682003330-1001'

it('takes what an administrator has made where Windows puts it', () => {
  expect([isProtectedDescriptor(file, 'file'), isProtectedDescriptor(folder, 'folder')]).toEqual([true, true])
})

it.each([
  ['of a user', file.replace('O:BA', `O:${user}`)],
  ['of everybody', file.replace('O:BA', 'O:WD')],
  ['without an owner', file.replace('O:BA', '')],
  ['whose list is switched off', file.replace('D:AI', 'D:NO_ACCESS_CONTROL')],
  ['that users may write', `${file}(A;;0x1201bf;;;BU)`],
  ['that users may write, by name', `${file}(A;;FW;;;BU)`],
  ['that one user may append to', `${file}(A;;LC;;;${user})`],
  ['that everybody may delete', `${file}(A;;SD;;;WD)`],
  ['whose rights users may change', `${file}(A;;WDRC;;;AU)`],
  ['that everybody may do anything with', `${file}(A;;GA;;;WD)`],
  ['with rights that are not known', `${file}(A;;QQ;;;BU)`],
  ['with an entry of another kind', `${file}(XA;;FA;;;BU;(WIN://SYSAPPID Exists))`],
  ['without a list', 'O:BAG:DUD:NO_ACCESS_CONTROL'],
  ['with an empty list', 'O:BAG:DU'],
  ['that nobody could tell of', ''],
])('refuses a file %s', (_, descriptor) => {
  expect(isProtectedDescriptor(descriptor, 'file')).toBe(false)
})

it.each([
  ['of a user, as the first who makes it owns it', folder.replace('O:BA', `O:${user}`)],
  ['from which users may take files', `${folder}(A;;DT;;;BU)`],
  ['that users may rename', `${folder}(A;;0x1301bf;;;BU)`],
])('refuses a folder %s', (_, descriptor) => {
  expect(isProtectedDescriptor(descriptor, 'folder')).toBe(false)
})

it('takes a file that users are forbidden to write', () => {
  expect(isProtectedDescriptor(file.replace('(A;ID;FA;;;SY)', '(D;;FW;;;BU)(A;ID;FA;;;SY)'), 'file')).toBe(true)
})
