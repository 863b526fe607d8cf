import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { nonceForEveryStyle } from './scripts/nonce-for-every-style.ts'
import { listPackages } from './tools/packaging/licences/list-packages.ts'

/** Parts of packages that are never used and would be a sixth of the archive. */
const lean = {
  // One copy for us and for electron-updater, which asks for the other format.
  'js-yaml': resolve('node_modules/js-yaml/dist/js-yaml.mjs'),
  'light-my-request': resolve('tools/packaging/lean/no-injection.cjs'),
  sax: resolve('tools/packaging/lean/no-xml.cjs'),
  pino: resolve('tools/packaging/lean/no-log.cjs'),
  'form-data': resolve('tools/packaging/lean/form-data.ts'),
  '@fastify/ajv-compiler': resolve('tools/packaging/lean/no-route-schemas.cjs'),
  '@fastify/fast-json-stringify-compiler': resolve('tools/packaging/lean/no-route-schemas.cjs'),
}

export default defineConfig({
  main: {
    plugins: [listPackages('bundled-packages.json')],
    resolve: { alias: lean },
    build: {
      minify: true,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'token-worker': 'src/main/token/worker/index.ts',
          'skf-worker': 'src/main/token/skf/index.ts',
          'soft-token-worker': 'simulator/token/worker.ts',
          simulator: 'simulator/platform/process.ts',
        },
      },
    },
  },
  preload: {
    plugins: [listPackages('bundled-packages.json')],
    build: {
      minify: true,
      // A sandboxed preload has to be CommonJS, whatever package.json says.
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    html: { cspNonce: '__CSP_NONCE__' },
    // Read from the disk, the pages with tables when they are opened; scripts/check-sizes.mjs holds the limits.
    build: {
      minify: true,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: { index: 'src/renderer/index.html' },
        // One file for all that the first look needs: thirty small ones would be asked for one by one.
        output: { codeSplitting: { groups: [{ name: 'start', test: /src[\\/]renderer[\\/]main\.tsx$/ }] } },
      },
    },
    plugins: [react(), nonceForEveryStyle(), listPackages('bundled-packages.json')],
    worker: { plugins: () => [listPackages('bundled-packages-of-workers.json')] },
  },
})
