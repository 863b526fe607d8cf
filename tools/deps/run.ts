/** `npm run deps`: what the project depends on, looked at by rules, offline; see docs/security.md. */
import { resolve } from 'node:path'
import { readProject } from './read-project.ts'
import { review } from './review.ts'
import { shippedPackages } from './shipped.ts'

const project = readProject(resolve(import.meta.dirname, '../..'))
const findings = review(project)
for (const { rule, subject, problem } of findings) console.error(`${rule}: ${subject} ${problem}`)
const packages = Object.keys(project.lock.packages).length - 1
console.log(
  `${packages} packages, ${shippedPackages(project).size} of them shipped at most: ${findings.length} findings`,
)
process.exitCode = findings.length === 0 ? 0 : 1
