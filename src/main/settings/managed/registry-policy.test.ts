import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { SystemTool } from '../../usb/run-tool.ts'
import { parsePolicy } from './parse-policy.ts'
import { createRegistryPolicy, parsePolicyValues } from './registry-policy.ts'

const pin = Buffer.alloc(32, 7).toString('base64')
const printed = String.raw`
HKEY_LOCAL_MACHINE\Software\Policies\CertUserTool
    (默认)    REG_SZ    x
    platformAddress    REG_SZ    https://ca.example.com
    pins    REG_MULTI_SZ    ${pin}\0${pin}
    modules    REG_EXPAND_SZ    C:\Windows\System32\vendor.dll
    reminders    REG_DWORD    0x1
    useSystemNetwork    REG_DWORD    0x0
    staysInBackground    REG_DWORD    0x2
    locked    REG_MULTI_SZ    platformAddress\0pins

HKEY_LOCAL_MACHINE\Software\Policies\CertUserTool\Below
`.replaceAll('\n', '\r\n')

const values = {
  platformAddress: 'https://ca.example.com',
  pins: [pin, pin],
  modules: String.raw`C:\Windows\System32\vendor.dll`,
  reminders: true,
  useSystemNetwork: false,
  staysInBackground: 2,
  locked: ['platformAddress', 'pins'],
}

it('reads what reg.exe prints, with numbers for yes and no', () => {
  expect(parsePolicyValues(printed)).toEqual(values)
  expect(parsePolicy(values)).toMatchObject({
    locked: ['platformAddress', 'pins'],
    problems: [{ key: 'staysInBackground', fault: 'invalid' }],
  })
})

const source = (output: string | undefined, asked: SystemTool[] = []) =>
  createRegistryPolicy({
    run: (tool) => {
      asked.push(tool)
      return Promise.resolve(output)
    },
    systemRoot: String.raw`C:\Windows`,
    readProtected: (path) => Promise.resolve(Buffer.from(path)),
  })

it('asks the system’s own reg.exe for the policies of the machine, and for nothing of the user', async () => {
  const asked: SystemTool[] = []
  expect(await source(printed, asked).read()).toEqual(values)
  expect(asked).toEqual([
    {
      path: String.raw`C:\Windows\System32\reg.exe`,
      parameters: ['query', String.raw`HKLM\Software\Policies\CertUserTool`, '/reg:64'],
    },
  ])
})

it('finds nothing where there is no key, or an empty one', async () => {
  expect(await source(undefined).read()).toBeUndefined()
  expect(await source('\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\CertUserTool\r\n').read()).toBeUndefined()
})

it('takes only whole paths from the registry, which lies in no folder', async () => {
  await expect(source(printed).readFile('root.pem')).rejects.toThrow('not an absolute path')
})

it('takes the example of the guide for administrators as reg.exe would print it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/部署说明.md'), 'utf8')
  const commands = [...guide.matchAll(/^reg add "%KEY%" \/v (\w+) \/t (REG_\w+) \/d (?:"([^"]*)"|(\S+)) \/f\r?$/gm)]
  expect(commands.length).toBeGreaterThan(3)
  const output = commands
    .map(([, name, type, quoted, bare]) => `    ${name ?? ''}    ${type ?? ''}    ${quoted ?? `0x${bare ?? ''}`}`)
    .join('\r\n')
  const policy = parsePolicy(parsePolicyValues(output))
  expect(policy.problems).toEqual([])
  expect(policy.locked).toContain('platformAddress')
})
