import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import { sealPixels, type SealForm } from '../../../src/shared/seals/seal-types.ts'

const family = ['Noto Serif CJK SC', 'Noto Serif CJK JP'].find((name) => GlobalFonts.has(name)) ?? 'serif'
const company = '示例市青山科技有限公司'

/** What a round seal has besides its ring and the company's name. */
interface RoundParts {
  readonly hasStar: boolean
  readonly purpose: string
}

const allParts: RoundParts = { hasStar: true, purpose: '合同专用章' }

/** Draws a seal around the origin, one unit a millimetre, upright. */
export function drawSealArt(context: SKRSContext2D, form: SealForm, parts: RoundParts = allParts): void {
  context.save()
  context.fillStyle = '#000'
  context.strokeStyle = '#000'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  if (form.shape === 'round') drawRound(context, form.widthMm / 2, parts)
  else if (form.shape === 'oval') drawOval(context, form.widthMm / 2, form.heightMm / 2)
  else drawName(context, form)
  context.restore()
}

/** The seal as it would be without any photo: what the extraction is held against. Turned clockwise, margin as in the product. */
export function idealSeal(form: SealForm, clockwise: number, margin: number): { canvas: Canvas; mask: Uint8Array } {
  const [width, height] = [sealPixels(form.widthMm) + margin, sealPixels(form.heightMm) + margin]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.translate(width / 2, height / 2)
  context.scale(300 / 25.4, 300 / 25.4)
  context.rotate((clockwise * Math.PI) / 180)
  drawSealArt(context, form)
  const { data } = context.getImageData(0, 0, width, height)
  return {
    canvas,
    mask: Uint8Array.from({ length: width * height }, (_, at) => ((data[at * 4 + 3] ?? 0) >= 128 ? 1 : 0)),
  }
}

function drawRound(context: SKRSContext2D, radius: number, { hasStar, purpose }: RoundParts): void {
  ring(context, radius, radius, 1.2)
  if (hasStar) star(context, radius * 0.3)
  onArc(context, company, { x: radius * 0.72, y: radius * 0.72 }, { size: radius * 0.26, from: -216, to: 36 })
  text(context, purpose, { x: 0, y: radius * 0.56 }, { size: radius * 0.2, width: radius * 1.1 })
}

function drawOval(context: SKRSContext2D, halfWidth: number, halfHeight: number): void {
  ring(context, halfWidth, halfHeight, 1)
  const [x, y] = [halfWidth * 0.76, halfHeight * 0.7]
  onArc(context, company, { x, y }, { size: halfHeight * 0.3, from: -195, to: 15 })
  text(context, '91370100MA3C5K8X2B', { x: 0, y: 0 }, { size: halfHeight * 0.24, width: halfWidth * 1.2 })
  text(context, '发票专用章', { x: 0, y: halfHeight * 0.5 }, { size: halfHeight * 0.28, width: halfWidth })
}

function drawName(context: SKRSContext2D, { shape, widthMm, heightMm }: SealForm): void {
  const line = Math.min(widthMm, heightMm) * 0.05
  context.lineWidth = line
  context.strokeRect(-widthMm / 2 + line / 2, -heightMm / 2 + line / 2, widthMm - line, heightMm - line)
  const characters = shape === 'square' ? ['王之', '印明'] : ['王小明印']
  const size = shape === 'square' ? heightMm * 0.42 : heightMm * 0.62
  for (const [row, line] of characters.entries()) {
    const letters = Array.from(line)
    for (const [column, letter] of letters.entries()) {
      const x = (column - (letters.length - 1) / 2) * ((widthMm * 0.86) / letters.length)
      const y = (row - (characters.length - 1) / 2) * ((heightMm * 0.86) / characters.length)
      text(context, letter, { x, y }, { size, width: size })
    }
  }
}

function ring(context: SKRSContext2D, x: number, y: number, line: number): void {
  context.lineWidth = line
  context.beginPath()
  context.ellipse(0, 0, x - line / 2, y - line / 2, 0, 0, 2 * Math.PI)
  context.stroke()
}

function star(context: SKRSContext2D, radius: number): void {
  context.beginPath()
  for (let point = 0; point < 10; point += 1) {
    const angle = -Math.PI / 2 + (point * Math.PI) / 5
    const distance = point % 2 === 0 ? radius : radius * 0.382
    context.lineTo(distance * Math.cos(angle), distance * Math.sin(angle))
  }
  context.fill()
}

interface Arc {
  readonly size: number
  /** In degrees, clockwise from the right. */
  readonly from: number
  readonly to: number
}

function onArc(
  context: SKRSContext2D,
  letters: string,
  radius: { x: number; y: number },
  { size, from, to }: Arc,
): void {
  const characters = Array.from(letters)
  for (const [index, letter] of characters.entries()) {
    const degrees = from + (index / (characters.length - 1)) * (to - from)
    const angle = (degrees * Math.PI) / 180
    context.save()
    context.translate(radius.x * Math.cos(angle), radius.y * Math.sin(angle))
    context.rotate(Math.atan2(Math.sin(angle) * radius.x, Math.cos(angle) * radius.y) + Math.PI / 2)
    text(context, letter, { x: 0, y: 0 }, { size, width: size })
    context.restore()
  }
}

/** Fonts are laid out for pixels: at tenths of a millimetre, and scaled. */
function text(
  context: SKRSContext2D,
  letters: string,
  at: { readonly x: number; readonly y: number },
  { size, width }: { readonly size: number; readonly width: number },
): void {
  context.save()
  context.translate(at.x, at.y)
  context.scale(size / 100, size / 100)
  context.font = `bold 100px "${family}"`
  context.fillText(letters, 0, 0, (width / size) * 100)
  context.restore()
}
