import { join } from 'node:path'

export const contractFolder = join(import.meta.dirname, '../../../docs/platform-api')
