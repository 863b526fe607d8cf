import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Names of the packages that the sources below these folders import, tests and types left out. */
export function importedPackages(folders: readonly string[]): readonly string[] {
  const names = folders.flatMap(sourcesBelow).flatMap((path) => specifiersOf(path, readFileSync(path, 'utf8')))
  return [...new Set(names.flatMap(packageOf))].sort()
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/]testing[\\/]/.test(path))
}

/** What is imported or exported from somewhere, at the top or later. */
export function specifiersOf(path: string, text: string): readonly string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext))
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node))
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? undefined : node.moduleSpecifier
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier
  if (!ts.isCallExpression(node)) return undefined
  const { expression, arguments: parameters } = node
  return expression.kind === ts.SyntaxKind.ImportKeyword ? parameters[0] : undefined
}

function packageOf(specifier: string): readonly string[] {
  if (/^(\.|node:)/.test(specifier)) return []
  const [scope = '', name = ''] = specifier.split('/')
  return [scope.startsWith('@') ? `${scope}/${name}` : scope]
}
