import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

export const root = resolve(import.meta.dirname, '../..')

export interface NamedTest {
  readonly file: string
  readonly title: string
}

/** A row of the table of Electron's 20 items. */
export interface Item {
  readonly number: number
  readonly status: string
  readonly tests: readonly NamedTest[]
}

/** `` `file` "title" `` */
export function namedTests(text: string): readonly NamedTest[] {
  return [...text.matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }))
}

/** Every path in backquotes: with a slash or an extension. */
export function namedFiles(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
  return [...new Set(spans.filter((span) => /^[\w.-]+(\/[\w.-]+)*\.(?:tsx?|mjs|js|json|yml|html)$/.test(span)))]
}

export function itemsOf(text: string): readonly Item[] {
  return text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const [, number = '', , status = '', , tests = ''] = cells
    return /^\d+$/.test(number) ? [{ number: Number(number), status, tests: namedTests(tests) }] : []
  })
}

/** Every row that has a status, of whichever table. */
export function rowsWithStatus(
  text: string,
): readonly { readonly status: string; readonly tests: readonly NamedTest[] }[] {
  return text.split('\n').flatMap((line) => {
    const status = /\| (held|partly|open) +\|/.exec(line)?.[1]
    return status === undefined ? [] : [{ status, tests: namedTests(line) }]
  })
}

/** Titles of tests as they are written, of a table with their %s: `it('…')`, `test.each(…)('…')`, `it.runIf(…)('…')`. */
export function titlesIn(path: string): ReadonlySet<string> {
  const titles = new Set<string>()
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments
      if (first !== undefined && ts.isStringLiteralLike(first) && isTestCall(node.expression)) titles.add(first.text)
    }
    ts.forEachChild(node, look)
  }
  if (!existsSync(path)) return titles
  look(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext))
  return titles
}

function isTestCall(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['it', 'test'].includes(callee.text)
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTestCall(callee.expression)
  return false
}

/** Numbers of `SECURITY(n)` and `SECURITY(n, m)` in comments below these folders. */
export function commentedItems(folders: readonly string[]): ReadonlySet<number> {
  const texts = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  const lists = texts.flatMap((text) => [...text.matchAll(/SECURITY\(([\d, ]+)\)/g)].map(([, list = '']) => list))
  return new Set(lists.flatMap((list) => list.split(',').map(Number)))
}
