import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedProgram } from '../program/packed-program.ts'
import type { Inspection } from './inspection.ts'

const wanted = { files: ['zh-CN.pak', 'en-US.pak'], folders: ['zh_CN.lproj', 'en.lproj'] } as const

/** Chromium speaks (in its own menus and file dialogs) what the program speaks, and brings no other language. */
export const languagesAreOurs: Inspection = {
  name: 'languages',
  inspect: (program) => {
    const isMac = program.target.system === 'mac'
    const expected: readonly string[] = isMac ? wanted.folders : wanted.files
    const there = namesIn(program)
    return [
      ...expected.filter((name) => !there.includes(name)).map((name) => `${name} is missing`),
      ...there.filter((name) => !expected.includes(name)).map((name) => `${name} is of no use`),
    ]
  },
}

function namesIn({ target, folder, resources }: PackedProgram): readonly string[] {
  if (target.system === 'mac') return readdirSync(resources).filter((name) => name.endsWith('.lproj'))
  return readdirSync(join(folder, 'locales')).filter((name) => name.endsWith('.pak'))
}
