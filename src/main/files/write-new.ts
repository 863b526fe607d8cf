import { open, rm } from 'node:fs/promises'

/**
 * Writes a file that is not there yet, and never one that is (EEXIST), nor what a link of its name leads to. What could not
 * be written whole is removed. Mode 0600.
 */
export async function writeNew(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
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
