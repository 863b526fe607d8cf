/** `npm run contract`: writes docs/platform-api/openapi.yaml from the table of endpoints. */
import { writeFileSync } from 'node:fs'
import { openApiFile, openApiYaml } from './openapi-yaml.ts'

writeFileSync(openApiFile, openApiYaml())
