import { open, rm } from 'node:fs/promises'

/** Writes a file that is not there yet, and never one that is: EEXIST. What could not be written whole is removed. */
export async function writeNew(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
