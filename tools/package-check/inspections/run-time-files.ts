import { articleIds } from '../../../src/shared/knowledge/article-ids.ts'
import type { Inspection } from './inspection.ts'

const articles = articleIds.map((id, index) => `knowledge-base/zh-CN/${String(index + 1).padStart(2, '0')}-${id}.md`)
const icons = ['tray.png', 'tray@2x.png', 'trayTemplate.png', 'trayTemplate@2x.png'].map((name) => `tray/${name}`)

/** What main reads of its folder `resources` while it runs. */
export const runTimeFilesAreThere: Inspection = {
  name: 'run-time files',
  inspect: ({ archive }) =>
    [...articles, ...icons]
      .map((name) => `resources/${name}`)
      .filter((path) => !archive.files.has(path))
      .map((path) => `${path} is not in the archive`),
}
