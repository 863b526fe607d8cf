/** For tests: reads a zip by another library than the one that wrote it. */
import { text } from 'node:stream/consumers'
import { fromBufferPromise, type Entry } from 'yauzl'

/** Names and texts, in the order of the zip. */
export async function unzip(content: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const file = await fromBufferPromise(Buffer.from(content), { lazyEntries: true })
  const texts = new Map<string, string>()
  const ended = new Promise<void>((resolve, reject) => {
    file.on('error', reject)
    file.on('end', resolve)
    file.on('entry', (entry: Entry) => {
      file
        .openReadStreamPromise(entry)
        .then(text)
        .then((content) => {
          texts.set(entry.fileName, content)
          file.readEntry()
        }, reject)
    })
  })
  file.readEntry()
  await ended
  return texts
}
