import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createSecretRegister } from './secret-register.ts'
import { spellingsOf } from './spellings.ts'

it('hides what it holds, in whatever case, and nothing any more once it is let go', () => {
  const secrets = createSecretRegister()
  const letGo = secrets.hold('Kite-5927')
  expect(secrets.hide('pin Kite-5927, KITE-5927 and S2l0ZS01OTI3 in base64')).toBe(
    'pin [secret], [secret] and [secret] in base64',
  )
  letGo()
  letGo()
  expect(secrets.hide('pin Kite-5927')).toBe('pin Kite-5927')
})

it('hides the half that a line ends or begins with, and less than that not', () => {
  const secrets = createSecretRegister()
  secrets.hold('correct horse')
  expect(secrets.hide('she said correct')).toBe('she said [secret]')
  expect(secrets.hide('t horse, she said')).toBe('[secret], she said')
  expect(secrets.hide('she said corre')).toBe('she said corre')
})

it('takes the whole run of a code that holds a secret', () => {
  const secrets = createSecretRegister()
  secrets.hold('13-Lamp')
  const basic = Buffer.from('demo:13-Lamp').toString('base64')
  expect(secrets.hide(`Basic ${basic} sent`)).toBe('Basic [secret] sent')
})

it('knows each of two who hold the same', () => {
  const secrets = createSecretRegister()
  const first = secrets.hold('Same-1234')
  secrets.hold('Same-1234')
  first()
  expect(secrets.hide('Same-1234')).toBe('[secret]')
  secrets.clear()
  expect(secrets.hide('Same-1234')).toBe('Same-1234')
})

it('does not take what comes up in every line', () => {
  const secrets = createSecretRegister()
  secrets.hold('in')
  secrets.hold('abc')
  expect(secrets.hide('abc in a line')).toBe('abc in a line')
})

it('does not show what it holds to whoever looks into it', () => {
  const secrets = createSecretRegister()
  const letGo = secrets.hold('Inner-7731')
  const shown = [secrets, letGo].flatMap((part) => [
    inspect(part, { depth: 10, showHidden: true, getters: true }),
    JSON.stringify({ part }),
    Object.prototype.toString.call(part),
    JSON.stringify(Object.getOwnPropertyDescriptors(part)),
  ])
  expect(shown.join('\n')).not.toMatch(/inner|7731/i)
})

it('keeps the place of letters that are no ASCII', () => {
  const secrets = createSecretRegister()
  secrets.hold('密码Straße9')
  expect(secrets.hide('İstanbul 密码straße9 İ')).toBe('İstanbul [secret] İ')
})

it('spells a secret in each way once', () => {
  const spellings = spellingsOf(Buffer.from('ab"1')).map(({ octets }) => octets.toString('utf8'))
  expect(new Set(spellings).size).toBe(spellings.length)
  expect(spellings).toEqual(
    expect.arrayContaining(['ab"1', 'ab\\"1', 'ab%221', '%61%62%22%31', '61622231', '61:62:22:31']),
  )
})
