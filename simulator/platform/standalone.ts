/** Entry of `npm run simulator`: the platform alone, for engineers and for a client on this computer. */
import 'reflect-metadata'
import { readOptions, usage } from './standalone/options.ts'
import { startStandalone } from './standalone/run.ts'

const options = readOptions(process.argv.slice(2))
if (options === undefined) {
  process.stdout.write(usage)
  process.exitCode = process.argv.includes('--help') ? 0 : 2
} else {
  try {
    const { greeting, close } = await startStandalone(options)
    process.stdout.write(greeting)
    // With the servers closed there is nothing left to wait for, and the process ends.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
  } catch (error) {
    process.stderr.write(`没有启动：${reasonOf(error)}\n`)
    process.exitCode = 1
  }
}

function reasonOf(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { readonly port?: number }
  return code === 'EADDRINUSE' ? `端口 ${port ?? ''} 已被占用，请另选一个。` : message
}
