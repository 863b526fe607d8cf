import { networkPaths } from '../../../src/main/platform/testing/network-paths.ts'
import { playTable } from './play-table.ts'

for (const path of networkPaths) if (path.name === 'fetch') playTable(path)
