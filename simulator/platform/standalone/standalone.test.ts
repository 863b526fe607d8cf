import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOptions } from './options.ts'

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'platform-standalone-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

interface Program {
  readonly child: ChildProcessWithoutNullStreams
  readonly printed: () => string
}

function start(...options: readonly string[]): Program {
  const entry = join(import.meta.dirname, '../standalone.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...options])
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  return { child, printed: () => text }
}

async function started(...options: readonly string[]) {
  const program = start('--port', '0', '--control-port', '0', ...options)
  await expect.poll(program.printed, { timeout: 30_000 }).toMatch(/数据.*\n/)
  const valueOf = (label: string) => new RegExp(`${label}\u3000+(.+)`).exec(program.printed())?.[1] ?? ''
  const environment = { API: valueOf('接口地址'), CONTROL: valueOf('控制地址'), TOKEN: valueOf('控制令牌') }
  const end = async (signal: 'SIGINT' | 'SIGTERM') => {
    program.child.kill(signal)
    const [code] = (await once(program.child, 'exit')) as [number | null]
    return code
  }
  return { ...program, valueOf, environment, end }
}

async function bash(script: string, environment: NodeJS.ProcessEnv) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { env: { ...process.env, ...environment } })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, text }
}

test('an engineer goes through a renewal with the commands of the README', async () => {
  const keys = join(newFolder(), 'keys')
  const { environment, end } = await started('--keys', keys)
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const script = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('')
  const { code, text } = await bash(script, { ...environment, KEYS: keys })
  expect(text).toContain('\ncompleted\n')
  expect(text).toContain('new.cert.pem: OK')
  expect(text).toContain('certificate revoked')
  expect(text).toContain('"confirmations":1')
  expect(code).toBe(0)
  expect(await end('SIGINT')).toBe(0)
})

test('the keys are the owner’s only, and are kept over a restart with their certificates', async () => {
  const folder = newFolder()
  const [keys, state] = [join(folder, 'keys'), join(folder, 'platform.json')]
  const first = await started('--keys', keys, '--state', state)
  expect(await first.end('SIGTERM')).toBe(0)
  const contents = () =>
    Object.fromEntries(readdirSync(keys).map((name) => [name, readFileSync(join(keys, name), 'utf8')]))
  const before = contents()
  expect(Object.keys(before).filter((name) => name.endsWith('.key.pem'))).toHaveLength(5)
  expect(statSync(join(keys, 'sm2.key.pem')).mode & 0o777).toBe(0o600)
  const second = await started('--keys', keys, '--state', state)
  expect(await second.end('SIGTERM')).toBe(0)
  expect(contents()).toEqual(before)
})

test('without a folder the roots are in one of their own, which is gone in the end', async () => {
  const { valueOf, end } = await started()
  const [root = ''] = valueOf('根证书').split(' ')
  expect(readFileSync(root, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----\n/)
  expect(await end('SIGTERM')).toBe(0)
  expect(existsSync(dirname(root))).toBe(false)
})

test('a port that is taken is said, and nothing is left running', async () => {
  const { environment } = await started()
  const { port } = new URL(environment.API)
  for (const taken of [
    ['--port', port, '--control-port', '0'],
    ['--port', '0', '--control-port', port],
  ]) {
    const second = start(...taken)
    expect(await once(second.child, 'close')).toEqual([1, null])
    expect(second.printed()).toBe(`没有启动：端口 ${port} 已被占用，请另选一个。\n`)
  }
})

test('words that are not understood are answered with the usage', async () => {
  const { child, printed } = start('--prot', '1')
  expect(await once(child, 'exit')).toEqual([2, null])
  expect(printed()).toMatch(/^用法：npm run simulator -- /)
})

test('reads its options', () => {
  expect(readOptions([])).toEqual({
    port: 18_080,
    controlPort: 18_081,
    stateFile: undefined,
    keys: undefined,
    review: false,
  })
  expect(readOptions(['--port', '0', '--state', 's.json', '--keys', 'k', '--review'])).toMatchObject({
    port: 0,
    stateFile: 's.json',
    keys: 'k',
    review: true,
  })
  for (const words of [['--help'], ['--port', '65536'], ['--port', '-1'], ['--port', '1.5'], ['more']]) {
    expect(readOptions(words)).toBeUndefined()
  }
})
