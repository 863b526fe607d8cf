import { join } from 'node:path'
import { stringify } from 'yaml'
import { openApiDocument } from './openapi-document.ts'

export const openApiFile = join(import.meta.dirname, '../../docs/platform-api/openapi.yaml')

/** What belongs into that file, byte for byte. */
export function openApiYaml(): string {
  return stringify(openApiDocument(), { aliasDuplicateObjects: false, lineWidth: 120 })
}
