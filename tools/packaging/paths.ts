import { join, resolve } from 'node:path'
import type { Target } from './targets.ts'

export const root = resolve(import.meta.dirname, '../..')
export const addonSource = join(root, 'node_modules/pkcs11js')
export const koffiSource = join(root, 'node_modules/koffi')
export const nodeApiHeaders = join(root, 'node_modules/node-api-headers')

/** Where electron-builder.yml takes the addon of a target from. */
export function prebuilt(target: Target): string {
  return join(root, 'prebuilds', target, 'pkcs11.node')
}

/** What electron-vite has built. */
export const built = join(root, 'out')
export const builtMain = join(built, 'main')
/** What is made for electron-builder and not committed. */
export const generated = join(root, 'build/generated')
/** What came from the network, checked, and is kept. */
export const fetched = join(generated, 'fetched')
/** Where packages are put. */
export const release = join(root, 'release')
