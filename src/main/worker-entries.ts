/** File names of the bundled child processes, beside the main bundle (electron.vite.config.ts gives them these names). */
export const workerEntries = {
  pkcs11: 'token-worker.js',
  skf: 'skf-worker.js',
  soft: 'soft-token-worker.js',
  simulator: 'simulator.js',
} as const
