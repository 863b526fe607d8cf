import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { importedPackages } from './imported-packages.ts'
import { Lock, lockedPackages, Manifest, type Project } from './project.ts'

const Installed = z.object({ scripts: z.record(z.string(), z.string()).default({}) })
const scriptNames = ['preinstall', 'install', 'postinstall']

export function readProject(root: string): Project {
  const lock = Lock.parse(readJson(join(root, 'package-lock.json')))
  return {
    manifest: Manifest.parse(readJson(join(root, 'package.json'))),
    lock,
    imported: importedPackages([join(root, 'src'), join(root, 'simulator')]),
    withScripts: lockedPackages(lock).flatMap(([folder]) => (runsSomething(join(root, folder)) ? [folder] : [])),
  }
}

/** The lock file does not tell all: npm builds whatever has a binding.gyp, script or not. */
function runsSomething(folder: string): boolean {
  const path = join(folder, 'package.json')
  // Packages for other systems are not installed.
  if (!existsSync(path)) return false
  const { scripts } = Installed.parse(readJson(path))
  return existsSync(join(folder, 'binding.gyp')) || scriptNames.some((name) => scripts[name] !== undefined)
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
