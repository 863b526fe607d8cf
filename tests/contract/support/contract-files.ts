import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')
export const contractFolder = join(root, 'docs/platform-api')
