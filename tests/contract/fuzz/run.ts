/** Command line: see docs/platform-api/接入说明.md, 14. Exit code 1 when something was found. */
import { parseArgs } from 'node:util'
import { fuzzPlatform } from './platform.ts'

const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    runs: { type: 'string', default: '50' },
    write: { type: 'boolean', default: false },
    remote: { type: 'boolean', default: false },
  },
})
const { FUZZ_ACCOUNT: account, FUZZ_PASSWORD: password, FUZZ_SEED: askedSeed } = process.env
if (values.address === undefined || account === undefined || password === undefined) {
  throw new Error('needed: --address, and FUZZ_ACCOUNT and FUZZ_PASSWORD in the environment')
}
const seed = Number(askedSeed ?? Math.floor(Math.random() * 1e9))
const { requests, succeeded, statuses, findings } = await fuzzPlatform({
  address: values.address,
  credentials: { account, password },
  runs: Number(values.runs),
  seed,
  mayWrite: values.write,
  mayLeave: values.remote,
})
console.log(statuses)
for (const finding of findings) console.log(finding)
console.log(`${requests} requests, ${succeeded.length} operations succeeded, ${findings.length} findings, seed ${seed}`)
process.exitCode = findings.length === 0 ? 0 : 1
