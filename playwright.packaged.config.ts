import { defineConfig } from '@playwright/test'
import usual from './playwright.config.ts'

/** The packed program (PACKED_RESOURCES, set by tools/package-check): what it was packed for, and that it is packed. */
export default defineConfig({
  ...usual,
  testDir: 'tests',
  testMatch: ['e2e/renewal.spec.ts', 'packaged/*.spec.ts'],
  outputDir: 'test-results/packaged',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright-packaged.json' }]],
})
