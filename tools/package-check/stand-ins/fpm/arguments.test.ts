import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

test('options that come again are kept, and what goes in is told from where it goes', () => {
  const request = readArguments(
    '-s dir --force -t deb -d libnss3 -d libgtk-3-0 --name x /a/b=c/=/opt/X /icon.png=/usr/share/x.png'.split(' '),
  )
  expect(request.all('-d')).toEqual(['libnss3', 'libgtk-3-0'])
  expect(request.needed('-t')).toBe('deb')
  expect(request.inputs).toEqual([
    { from: '/a/b=c/', to: '/opt/X' },
    { from: '/icon.png', to: '/usr/share/x.png' },
  ])
  expect(() => request.needed('--version')).toThrow('--version is not among the arguments')
})
