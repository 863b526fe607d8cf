// npm run bench: what is measured, as one JSON object on the last line of stdout; progress goes to stderr.
import { measureLists } from './token-list.ts'
import { measureRenewals } from './renewal.ts'
import { measureWorker } from './worker.ts'

const worker = await measureWorker()
const token = await measureLists()
const renewal = await measureRenewals()
console.log(JSON.stringify({ token, renewal, worker }))
