import { createRequire } from 'node:module'
import type { Configuration } from 'electron-builder'
import { root } from './paths.ts'

/** What electron-builder itself uses; app-builder-lib names no entry for it. */
interface BuilderConfiguration {
  readonly getConfig: (folder: string, path: string, request: null) => Promise<Configuration>
  readonly validateConfiguration: (
    configuration: Configuration,
    logger: { readonly isEnabled: boolean },
  ) => Promise<void>
}

/** electron-builder.yml as electron-builder reads it. */
export function readBuilderFile(): Promise<Configuration> {
  return library().getConfig(root, 'electron-builder.yml', null)
}

/** @throws with its words where electron-builder would not take this */
export function validateBuilderFile(configuration: Configuration): Promise<void> {
  return library().validateConfiguration(configuration, { isEnabled: false })
}

function library(): BuilderConfiguration {
  return createRequire(import.meta.url)('app-builder-lib/out/util/config/config') as BuilderConfiguration
}
