import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SystemTool } from '../../usb/run-tool.ts'
import { createWindowsReader } from './windows-file.ts'

const file = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'
const folder = 'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;CIID;0x100116;;;BU)'
const ofUser = file.replace('O:BA', 'O:S-1-5-21-1-2-3-1001')

let top: string
let path: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'windows-policy-'))
  path = join(top, "it's $(a) policy.json")
  writeFileSync(path, '{}')
})
afterEach(() => rmSync(top, { recursive: true }))

function reader(printed: string | undefined, asked: SystemTool[] = []) {
  const run = (tool: SystemTool) => {
    asked.push(tool)
    return Promise.resolve(printed)
  }
  return createWindowsReader({ run, systemRoot: String.raw`C:\Windows` })
}

it('reads a file that only administrators can change, asking the system’s own PowerShell', async () => {
  const asked: SystemTool[] = []
  expect(Buffer.from(await reader(`${file}\r\n${folder}\r\n`, asked)(path)).toString()).toBe('{}')
  expect(asked.map((tool) => tool.path)).toEqual([
    String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`,
  ])
  const command = asked[0]?.parameters.at(-1) ?? ''
  expect(command).not.toContain('policy.json')
  const paths = [...command.matchAll(/'([A-Za-z0-9+/=]+)'/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  )
  expect(paths[0]).toBe(path)
})

it.each([
  ['of a user', `${ofUser}\r\n${folder}`],
  ['in a folder of a user', `${file}\r\n${ofUser}`],
  ['whose folder was not told of', file],
  ['of which more was told than asked', `${file}\r\n${folder}\r\n${file}`],
  ['that nothing was told of', ''],
  ['when PowerShell fails', undefined],
])('refuses a file %s', async (_, printed) => {
  await expect(reader(printed)(path)).rejects.toThrow('settings.policyUnprotected')
})

it('asks nothing about a file that is not there', async () => {
  const asked: SystemTool[] = []
  rmSync(path)
  await expect(reader(undefined, asked)(path)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(asked).toEqual([])
})
