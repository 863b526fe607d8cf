import { defineConfig } from '@playwright/test'

/** npm run pictures: not a test of anything, but every screen has to be reached for its picture. */
export default defineConfig({
  testDir: 'tests/pictures',
  outputDir: 'test-results/pictures',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: [['list']],
})
