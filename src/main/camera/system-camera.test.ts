import { expect, it } from 'vitest'
import { createSystemCamera } from './system-camera.ts'

type Status = 'not-determined' | 'granted' | 'denied' | 'restricted' | 'unknown'

function systemThat(platform: NodeJS.Platform, status: Status, answer = true) {
  const asked: string[] = []
  const system = createSystemCamera(platform, {
    getMediaAccessStatus: (kind) => {
      asked.push(kind)
      return status
    },
    askForMediaAccess: (kind) => {
      asked.push(`user: ${kind}`)
      return Promise.resolve(answer)
    },
  })
  return { system, asked }
}

it.each<[NodeJS.Platform, string, Status, boolean]>([
  ['darwin', 'macos', 'granted', true],
  ['darwin', 'macos', 'denied', false],
  ['darwin', 'macos', 'restricted', false],
  ['darwin', 'macos', 'unknown', true],
  ['win32', 'windows', 'granted', true],
  ['win32', 'windows', 'denied', false],
  ['win32', 'windows', 'restricted', false],
  ['win32', 'windows', 'not-determined', true],
])('%s (%s): %s means %s, without asking the user', async (platform, name, status, isAllowed) => {
  const { system, asked } = systemThat(platform, status)
  expect([system.name, await system.isAllowed(), asked]).toEqual([name, isAllowed, ['camera']])
})

it.each([true, false])('macOS asks the user the first time, who answers %s', async (answer) => {
  const { system, asked } = systemThat('darwin', 'not-determined', answer)
  expect([await system.isAllowed(), asked]).toEqual([answer, ['camera', 'user: camera']])
})

it('Linux has nothing to ask', async () => {
  const { system, asked } = systemThat('linux', 'denied')
  expect([system.name, await system.isAllowed(), asked]).toEqual(['linux', true, []])
})
