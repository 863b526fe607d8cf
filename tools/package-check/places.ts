import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** The name says it: what is in there stands on a stub of Electron and may not be shipped. Removed before each run. */
export const stubFolder = join(root, 'release-stub')

/** Where electron-builder writes. */
export const packagesFolder = join(stubFolder, 'do-not-ship')

/** Electron's own zip files, as far as electron-builder looks at them. */
export const electronFolder = join(stubFolder, 'electron')

export const toolsFolder = join(stubFolder, 'tools')

export const prebuildsFolder = join(stubFolder, 'prebuilds')

/** In place of build/generated. */
export const generatedFolder = join(stubFolder, 'generated')

export const reportFile = join(root, 'test-results/package.json')
