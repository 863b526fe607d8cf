/** Characters by which Markdown is marked: the parser's time grows with the square of their number. */
const markers = /[*_`[\]<>!&\\]/g
const mostMarkers = 1000
const mostLines = 600
const longest = 20_000

/** More than two lists or quotations that begin in one line are nobody's writing. */
const nested = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){3}/m

/** Further to the right only a list within a list within a list would begin. */
const farRight = /^ {30}/m

/**
 * May the parser have this text? Fifty thousand characters chosen for it keep it busy for a minute, and this program deaf
 * with it, in the middle of a renewal perhaps. What people write is far below these bounds.
 */
export function isParseable(markdown: string): boolean {
  return (
    markdown.length <= longest &&
    (markdown.match(/\n/g)?.length ?? 0) < mostLines &&
    (markdown.match(markers)?.length ?? 0) <= mostMarkers &&
    !nested.test(markdown) &&
    !farRight.test(markdown)
  )
}
