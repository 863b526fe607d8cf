/** The last step of a path, whichever system wrote it. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}
