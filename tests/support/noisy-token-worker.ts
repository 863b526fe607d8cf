// The PKCS#11 worker in the company of a library that prints on stdout: before, between, in the middle of a line.
import { writeSync } from 'node:fs'
import { toFailure } from '../../src/main/app-error.ts'
import { stdioPort } from '../../src/main/token/stdio/worker-port.ts'
import { createTokenHandlers } from '../../src/main/token/worker/handlers.ts'
import { loadModule } from '../../src/main/token/worker/load-module.ts'
import { portOf, serveToken, type WorkerPort } from '../../src/shared/token/worker-loop.ts'

const port = stdioPort(process) ?? portOf(process)
writeSync(1, 'vendor library 1.0 (c) 某某公司\nloading')
const noisy: WorkerPort = {
  listen: port.listen,
  send: (message) => {
    writeSync(1, `[debug] answered ${message.id}`)
    port.send(message)
    if (process.env['LAST_WORDS'] === String(message.id)) process.exit(7)
    writeSync(1, '{"id":1,"ok":true,"value":{}}\n\n0123456789abcdef ')
  },
}
serveToken({ port: noisy, handlers: createTokenHandlers({ loadModule, now: () => performance.now() }), toFailure })
