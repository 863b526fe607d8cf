/**
 * The boxes of a code: one digit each, filled from the left. They are plain inputs, so that the code stands in them and
 * in nothing else.
 */
export interface CodeBoxes {
  /** Puts the digits of a text into the boxes from this one on and goes to the next one. */
  readonly fill: (from: number, text: string) => void
  readonly clear: () => void
  /** The code once every box is filled. */
  readonly whole: () => string | undefined
  readonly focusFirstEmpty: () => void
  /** Arrow keys, and backspace into the box before. */
  readonly move: (from: number, key: string) => void
}

export function createCodeBoxes(boxes: readonly HTMLInputElement[]): CodeBoxes {
  const whole = () => {
    const code = boxes.map(({ value }) => value).join('')
    return boxes.every(({ value }) => value !== '') ? code : undefined
  }
  return {
    whole,
    fill: (from, text) => {
      const digits = Array.from(digitsOf(text)).slice(0, boxes.length - from)
      digits.forEach((digit, index) => write(boxes[from + index], digit))
      boxes[Math.min(from + digits.length, boxes.length - 1)]?.focus()
    },
    clear: () => {
      for (const box of boxes) box.value = ''
      boxes[0]?.focus()
    },
    focusFirstEmpty: () => boxes.find(({ value }) => value === '')?.focus(),
    move: (from, key) => {
      if (key === 'ArrowRight') boxes[from + 1]?.focus()
      if (key === 'ArrowLeft') boxes[from - 1]?.focus()
      if (key === 'Backspace' && boxes[from]?.value === '') {
        write(boxes[from - 1], '')
        boxes[from - 1]?.focus()
      }
    },
  }
}

export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, '')
}

function write(box: HTMLInputElement | undefined, digit: string): void {
  if (box !== undefined) box.value = digit
}
