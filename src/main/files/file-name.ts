/** A holder's name as part of a file name: without what file systems refuse, and not longer than they take. */
export function fileNamePart(name: string): string {
  // By code points: half of a surrogate pair is no character.
  return Array.from(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_'))
    .slice(0, 40)
    .join('')
}
