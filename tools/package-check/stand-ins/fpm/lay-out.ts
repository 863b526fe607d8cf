import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FpmRequest } from './arguments.ts'

/** Puts everything where the package will put it, with modes that do not depend on who builds. */
export function layOut({ inputs }: FpmRequest, folder: string): void {
  for (const { from, to } of inputs) {
    const isFolder = from.endsWith('/')
    const target = join(folder, to)
    mkdirSync(isFolder ? target : dirname(target), { recursive: true })
    execFileSync('cp', ['-a', isFolder ? `${from}.` : from, target])
  }
  execFileSync('chmod', ['-R', 'u+w,go-w,a+rX', folder])
}
