// npm run bench: what is measured, as one JSON object on the last line of stdout; progress goes to stderr.
import { measureBus } from './bus.ts'
import { measureDiagnostics } from './diagnostics.ts'
import { measureEnvironment } from './environment.ts'
import { measureHotPlug } from './hot-plug.ts'
import { measureKnowledge } from './knowledge.ts'
import { measureMain, measurePackage, measureRenderer } from './package.ts'
import { measurePlatform } from './platform.ts'
import { measureRevocation } from './revocation.ts'
import { measureSeal } from './seal.ts'
import { measureLoad } from './simulator-load.ts'
import { measureSkf } from './skf.ts'
import { measureLists } from './token-list.ts'
import { measureRenewals, measureSm2Renewals } from './renewal.ts'
import { measureUi } from './ui.ts'
import { measureWorker } from './worker.ts'

const worker = await measureWorker()
const bus = await measureBus()
const token = { ...(await measureLists()), hotPlug: await measureHotPlug() }
const skf = { ...(await measureSkf()), renewal: await measureSm2Renewals() }
const revocation = await measureRevocation()
const knowledgeBase = await measureKnowledge()
const renewal = await measureRenewals()
const platform = await measurePlatform()
const environment = await measureEnvironment()
const simulator = await measureLoad()
const diagnostics = await measureDiagnostics()
const seal = await measureSeal()
const ui = await measureUi()
const renderer = measureRenderer()
const main = measureMain()
// Of these names, `package` is a word of the language.
const packed = await measurePackage()
console.log(
  JSON.stringify({
    ...{ token, skf, renewal, revocation, worker, bus, platform },
    ...{ environment, diagnostics, knowledgeBase, simulator, seal, ui },
    ...{ package: packed, renderer, main },
  }),
)
