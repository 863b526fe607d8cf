import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { executable } from '../../scripts/electron-path.mjs'
import { expect, root, test } from './fixture.ts'

/** The program without a hand on it: what it writes, and how it ends. */
function run(userData: string) {
  const parameters = ['.', '--real', '--no-driver-search', '--no-program-search', `--user-data-dir=${userData}`]
  const child = spawn(executable().path, parameters, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let written = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { ended, written: () => written }
}

test('a start that fails says so and ends, and leaves no process without a window', async ({ desk }) => {
  // A file where the records of renewals have their folder.
  writeFileSync(join(desk.userData, 'renewals'), '')
  const program = run(desk.userData)
  expect(await program.ended).toBe(1)
  expect(program.written()).toContain('CA 用户工具没有启动成功')
})
