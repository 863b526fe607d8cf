// npm run bench: what is measured, as one JSON object on the last line of stdout; progress goes to stderr.
import { measureBus } from './bus.ts'
import { measureHotPlug } from './hot-plug.ts'
import { measureKnowledge } from './knowledge.ts'
import { measurePlatform } from './platform.ts'
import { measureLoad } from './simulator-load.ts'
import { measureLists } from './token-list.ts'
import { measureRenewals } from './renewal.ts'
import { measureUi } from './ui.ts'
import { measureWorker } from './worker.ts'

const worker = await measureWorker()
const bus = await measureBus()
const token = { ...(await measureLists()), hotPlug: await measureHotPlug() }
const knowledgeBase = await measureKnowledge()
const renewal = await measureRenewals()
const platform = await measurePlatform()
const simulator = await measureLoad()
const ui = await measureUi()
console.log(JSON.stringify({ token, renewal, knowledgeBase, worker, bus, platform, simulator, ui }))
