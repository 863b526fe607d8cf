// npm test: sets up, then runs everything, and ends with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, setUp } from './setup.mjs'

setUp({
  purpose: 'test',
  packages: [
    'chromium',
    'softhsm2',
    'opensc',
    'openssl',
    'gnutls-bin',
    'poppler-utils',
    'libssl-dev',
    'libnss3',
    'libnss3-tools',
    'opencryptoki',
    'p11-kit-modules',
    'ca-certificates',
    'fonts-noto-cjk',
    'g++',
    'g++-aarch64-linux-gnu',
    'g++-mingw-w64-x86-64-posix',
    'g++-mingw-w64-i686-posix',
    '7zip',
    'squashfs-tools',
    'desktop-file-utils',
    'nsis',
    'osslsigncode',
    'rpm',
    'make',
    'python3',
  ],
})

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
rmSync(join(root, 'bench', 'results', 'faults.json'), { force: true })
mkdirSync(results)
const bin = join(root, 'node_modules', '.bin')
// The project's Node first; nothing may look for an Electron binary on the network while tests run.
const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
}
const total = { passed: 0, failed: 0 }

check('format', ['prettier', '--check', '.', '--log-level', 'warn'])
check('lint', ['eslint', '.'])
check('types', ['tsc', '-b'])
check('unused code', ['knip'])
check('dependencies', ['node', '--disable-warning=ExperimentalWarning', 'tools/deps/run.ts'])
check('build', ['electron-vite', 'build', '--logLevel', 'warn'])
check('bundle sizes', ['node', 'scripts/check-sizes.mjs'])
suite('unit and integration', ['vitest', 'run'], 'vitest.json', countVitest)
suite(
  'faults',
  ['node', '--disable-warning=ExperimentalWarning', 'tests/faults/run.ts'],
  '../bench/results/faults.json',
  countFaults,
)
suite('end to end', ['playwright', 'test'], 'playwright.json', countPlaywright)
suite(
  'package',
  ['node', '--disable-warning=ExperimentalWarning', 'tools/package-check/run.ts'],
  'package.json',
  countPackage,
)

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

function check(name, command) {
  const passed = execute(name, command) === 0
  if (passed) total.passed += 1
  else total.failed += 1
}

/** A suite counts its tests; one that dies without a report counts as one failure. */
function suite(name, command, report, count) {
  const status = execute(name, command)
  const { passed, failed } = readReport(report, count)
  total.passed += passed
  total.failed += failed === 0 && status !== 0 ? 1 : failed
}

function execute(name, [program, ...parameters]) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const { status } = spawnSync(join(bin, program), parameters, { cwd: root, stdio: 'inherit', env: environment })
  console.log(`-- ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`)
  return status
}

function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(join(results, file), 'utf8')))
  } catch (error) {
    console.error(`no report of this suite: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

function countVitest({ numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests }) {
  // A file that does not load has no failed test, but it has failed.
  const failed = numFailedTests === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : numFailedTests
  return { passed: numPassedTests, failed: numTotalTests === 0 ? 1 : failed }
}

/** Each scenario is one test. */
function countFaults({ verdicts }) {
  const failed = verdicts.filter(({ loss }) => loss !== undefined).length
  return { passed: verdicts.length - failed, failed: verdicts.length === 0 ? 1 : failed }
}

/** Each check of a package is one test; what cannot be made here is named by the suite itself. */
function countPackage({ verdicts }) {
  const failed = verdicts.filter(({ findings }) => findings.length > 0).length
  return { passed: verdicts.length - failed, failed: verdicts.length === 0 ? 1 : failed }
}

function countPlaywright({ stats, suites }) {
  for (const title of retried(suites)) console.log(`retried: ${title}`)
  return { passed: stats.expected + stats.flaky, failed: stats.expected === 0 ? 1 : stats.unexpected }
}

function retried(suites) {
  return suites.flatMap((one) => [
    ...(one.specs ?? []).filter((spec) => spec.tests.some((test) => test.status === 'flaky')).map((spec) => spec.title),
    ...retried(one.suites ?? []),
  ])
}
