import { expect, it } from 'vitest'
import { appId, nameForTaskbar } from './app-id.ts'

function named(platform: string): readonly string[] {
  const names: string[] = []
  nameForTaskbar({ setAppUserModelId: (name) => names.push(name) }, platform)
  return names
}

it('names the program to Windows, and to no other system', () => {
  expect([named('win32'), named('linux'), named('darwin')]).toEqual([[appId], [], []])
})
