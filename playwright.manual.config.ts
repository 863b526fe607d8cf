import { defineConfig } from '@playwright/test'

/** npm run manual: the pictures of docs/使用手册.md, and the manual as PDF. Every step that it tells is taken on the way. */
export default defineConfig({
  testDir: 'tests/manual',
  outputDir: 'test-results/manual',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  projects: [
    { name: 'pictures', testIgnore: 'printed.spec.ts' },
    // It shows what the others have taken.
    { name: 'printed', testMatch: 'printed.spec.ts', dependencies: ['pictures'] },
  ],
  reporter: [['list']],
})
