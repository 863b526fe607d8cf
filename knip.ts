import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/main/token/worker/index.ts',
    'simulator/platform/process.ts',
    'simulator/token/worker.ts',
    'tools/chromium-host/{boot,hooks,electron,conformance}.ts',
    'tools/chromium-host/injected/{page,preload}-world.ts',
    'tools/chromium-host/utility/parent-port.ts',
    'scripts/*.mjs',
    'bench/evaluate-main.ts',
    // electron-builder calls it.
    'tools/packaging/after-pack.ts',
    'tools/packaging/lean/*',
    'tests/**/*.{test,spec}.ts',
    // Run by a script that electron-builder is given in place of fpm.
    'tools/package-check/stand-ins/fpm/fpm.ts',
    'tests/support/steady-token-worker.ts',
    'tests/support/noisy-token-worker.ts',
    'tests/contract/fuzz/run.ts',
    'tests/faults/{run,player,killed-program}.ts',
  ],
  project: [
    'src/**/*.{ts,tsx}',
    'simulator/**/*.ts',
    'tools/**/*.{ts,cjs}',
    'scripts/**/*.{mjs,ts}',
    'bench/**/*.ts',
    'tests/**/*.ts',
  ],
  // prism-cli: its program is run by tests/contract as a child process, found by require.resolve. node-api-headers: its
  // folder is given to the compiler.
  ignoreDependencies: ['@stoplight/prism-cli', 'node-api-headers'],
  // Called by tests and by setup, installed from the system's packages.
  ignoreBinaries: [
    ...['gcc', 'openssl', 'pdftotext', 'pkcs11-tool', 'softhsm2-util', 'certutil', 'unshare'],
    // By tools/package-check, on Debian.
    ...['apt-cache', 'dpkg-deb', 'du', 'rpmbuild'],
  ],
} satisfies KnipConfig
