import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Skipped, Verdict } from '../finding.ts'
import type { Product } from './products.ts'

interface Choice {
  readonly products: readonly Product[]
  readonly skipped: readonly Skipped[]
  /** In CI what could be installed has to be. */
  readonly verdicts: readonly Verdict[]
}

const folders = ['/usr/bin', '/usr/sbin']

/** Which products can be made here. */
export function chooseProducts(products: readonly Product[], isStrict: boolean): Choice {
  const missing = new Map(products.map((product) => [product, missingPackages(product)]))
  const without = products.filter((product) => missing.get(product)?.length !== 0)
  const skipped = without.map((product) => ({
    package: `${product.system} ${product.kind}`,
    why: `needs ${(missing.get(product) ?? []).join(', ')} of Debian`,
  }))
  return {
    products: products.filter((product) => !without.includes(product)),
    skipped,
    verdicts: isStrict ? without.flatMap((product) => judge(product, missing.get(product) ?? [])) : [],
  }
}

function missingPackages({ tools }: Product): readonly string[] {
  const isThere = (program: string) => folders.some((folder) => existsSync(join(folder, program)))
  return Object.entries(tools).flatMap(([program, name]) => (isThere(program) ? [] : [name]))
}

function judge(product: Product, missing: readonly string[]): readonly Verdict[] {
  const toBeHad = missing.filter((name) => spawnSync('apt-cache', ['show', name]).status === 0)
  if (toBeHad.length === 0) return []
  return [{ package: `${product.system} ${product.kind}`, check: 'tools', findings: [`install ${toBeHad.join(' ')}`] }]
}
