/** The flow that the platform's engineers can run against their own server, run against the simulator. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { certificateRequest, newTestKey, possessionProof, subjectOf } from '../../simulator/platform/testing/holder.ts'
import { lastCode, openOffice } from '../../simulator/platform/testing/office.ts'
import { items, json, where } from './support/corruptions.ts'
import { startCorruptingProxy } from './support/corrupting-proxy.ts'
import { redocly } from './support/redocly.ts'

type Inputs = Readonly<Record<string, string>>
interface Step {
  readonly stepId: string
  readonly status: string
  readonly response: { readonly body: Readonly<Record<string, unknown>> }
}
interface Respected {
  readonly exitCode: number
  readonly output: string
  readonly steps: readonly Step[]
}

const login = { account: 'demo', password: 'demo-password' }
const run = 'abc123'

async function respect(origin: string, workflow: string, inputs: Inputs = login): Promise<Respected> {
  const folder = mkdtempSync(join(tmpdir(), 'respect-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const report = join(folder, 'report.json')
  // As JSON: of name=value, the padding of base64 would be lost.
  const given = ['--input', JSON.stringify(inputs)]
  const where = ['--workflow', workflow, '--server', `platform=${origin}`, '--json-output', report]
  const ended = await redocly(['respect', 'flow.arazzo.yaml', ...where, ...given])
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { executedWorkflows: readonly { executedSteps: readonly Step[] }[] }>
  }
  const steps = Object.values(files).flatMap(({ executedWorkflows }) =>
    executedWorkflows.flatMap(({ executedSteps }) => executedSteps),
  )
  return { ...ended, steps }
}

function answered({ steps }: Respected, stepId: string, field: string): string {
  return String(steps.find((step) => step.stepId === stepId)?.response.body[field])
}

it('is an Arazzo document about operations that exist', async () => {
  expect(await redocly(['lint', 'flow.arazzo.yaml'])).toMatchObject({ exitCode: 0 })
})

it.each([
  ['public', 3],
  ['account', 7],
])('only looks: %s', async (workflow, steps) => {
  const office = await openOffice()
  await office.enrol(27)
  const done = await respect(office.origin, workflow)
  expect(done.exitCode, done.output).toBe(0)
  expect(done.steps).toHaveLength(steps)
  expect(office.simulator.books()).toMatchObject({ orders: 0, sms: 0, certificatesIssued: 0 })
})

it('renews a certificate in three parts', async () => {
  const office = await openOffice()
  const old = await office.enrol(27)
  const ordered = await respect(office.origin, 'renewal-order', { ...login, run })
  expect(ordered.exitCode, ordered.output).toBe(0)
  const orderId = answered(ordered, 'order', 'id')

  const csr = certificateRequest(newTestKey(), subjectOf(old.certificate))
  const proof = possessionProof(old.key, { id: orderId, popNonce: answered(ordered, 'order', 'popNonce') }, csr)
  const submitted = await respect(office.origin, 'renewal-certificate', {
    ...{ ...login, run, orderId, challengeId: answered(ordered, 'sms', 'id'), code: lastCode(office.simulator) },
    ...{ csr: csr.toString('base64'), proofAlgorithm: proof.algorithm, proofSignature: proof.signature },
  })
  expect(submitted.exitCode, submitted.output).toBe(0)

  const certificate = Buffer.from(answered(submitted, 'certificate', 'signingCertificate'), 'base64')
  const signingCertificateSha256 = createHash('sha256').update(certificate).digest('hex')
  const confirmation = { ...login, run, orderId, signingCertificateSha256 }
  const confirmed = await respect(office.origin, 'renewal-confirmation', confirmation)
  expect(confirmed.exitCode, confirmed.output).toBe(0)
  expect(office.simulator.books()).toMatchObject({ orders: 1, sms: 1, certificatesIssued: 1, confirmations: 1 })

  const again = await respect(office.origin, 'renewal-confirmation', confirmation)
  expect(again.exitCode, again.output).toBe(0)
  expect(office.simulator.books().confirmations).toBe(1)
})

it('fails when the platform answers with a value that is not in the contract', async () => {
  const office = await openOffice()
  await office.enrol(27)
  const wrong = json(items((certificate) => ({ ...certificate, status: 'nearly-expired' })))
  const origin = await startCorruptingProxy(office.origin, where(/^GET \S+\/certificates$/, wrong))
  const done = await respect(origin, 'renewal-order', { ...login, run })
  expect(done.exitCode).toBe(1)
  expect(done.output).toContain('nearly-expired')
  expect(office.simulator.books().orders).toBe(0)
})
