import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveReport } from './save-report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => new Date(2026, 10, 20, 9, 5)

const language = () => 'zh-CN' as const

it('writes the text where the user wants it, without the name of the folder that is theirs', async () => {
  const path = join(folder, '报告.txt')
  const suggestions: string[] = []
  const chooseSavePath = (suggestion: string) => {
    suggestions.push(suggestion)
    return Promise.resolve(path)
  }
  const text = [
    'C:\\Users\\张三\\驱动.dll',
    'c:\\users\\张三\\x.dll',
    'C:\\Users\\张三丰\\x.dll',
    'C:\\Windows\\x.dll',
  ].join('\r\n')
  const saved = await saveReport(text, { chooseSavePath, now, language, home: 'C:\\Users\\张三' })
  expect([saved, suggestions]).toEqual([{ saved: true, fileName: '报告.txt' }, ['环境检测报告-20261120-0905.txt']])
  expect(readFileSync(path, 'utf8')).toBe(
    `\uFEFF${['~\\驱动.dll', '~\\x.dll', 'C:\\Users\\张三丰\\x.dll', 'C:\\Windows\\x.dll'].join('\r\n')}`,
  )
})

it('writes nothing when the user cancels, and says so when it cannot write', async () => {
  const choosing = (path: string | undefined) => ({ chooseSavePath: () => Promise.resolve(path), now, language })
  expect(await saveReport('x', choosing(undefined))).toEqual({ saved: false })
  await expect(saveReport('x', choosing(join(folder, 'missing/x.txt')))).rejects.toThrow('environment.reportFailed')
})
