import { readFileSync } from 'node:fs'
import { complaintOf } from './run.ts'

const wanted: Readonly<Record<string, RegExp>> = {
  'Name[zh_CN]': /^CA 用户工具$/,
  'Comment[zh_CN]': /\p{Script=Han}/u,
  Exec: /cert-user-tool|AppRun/,
  Icon: /^cert-user-tool$/,
  Terminal: /^false$/,
  Type: /^Application$/,
  // The window's class: without it the window has no icon of its own in the task bar.
  StartupWMClass: /^(cert-user-tool|CertUserTool)$/,
}

/** The menu's entry is valid (desktop-file-validate) and says in Chinese what it starts. */
export function inspectDesktopEntry(path: string): readonly string[] {
  return [...complaintOf('desktop-file-validate', [path]), ...judgeDesktopEntry(readFileSync(path, 'utf8'))]
}

export function judgeDesktopEntry(text: string): readonly string[] {
  const values = new Map(
    text.split('\n').flatMap((line) => {
      const [, key, value] = /^([^=#]+)=(.*)$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )
  return Object.entries(wanted)
    .filter(([key, pattern]) => !pattern.test(values.get(key) ?? ''))
    .map(([key]) => `the desktop entry: ${key} is ${values.get(key) ?? 'missing'}`)
}
