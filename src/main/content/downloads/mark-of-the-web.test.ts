import { expect, it } from 'vitest'
import { createMarkDownloaded } from './mark-of-the-web.ts'

function marking(platform: NodeJS.Platform, fails = false) {
  const written: unknown[] = []
  const write = (path: unknown, text: unknown) => {
    written.push([path, text])
    return fails ? Promise.reject(new Error('no streams here')) : Promise.resolve()
  }
  return { written, mark: createMarkDownloaded(platform, write) }
}

it('marks a file on Windows as coming from the internet', async () => {
  const { written, mark } = marking('win32')
  await mark('C:\\a.pdf')
  expect(written).toEqual([['C:\\a.pdf:Zone.Identifier', '[ZoneTransfer]\r\nZoneId=3\r\n']])
})

it('writes nothing elsewhere, and fails nowhere', async () => {
  const { written, mark } = marking('linux')
  await mark('/a.pdf')
  expect(written).toEqual([])
  await marking('win32', true).mark('C:\\a.pdf')
})
