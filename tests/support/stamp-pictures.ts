/** Pictures of seals as a user may have them, right ones and wrong ones, drawn here. */
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Picture } from '../../src/renderer/seals/ink/picture.ts'

export interface StampOptions {
  readonly width?: number
  readonly height?: number
  readonly ground?: string
  readonly ink?: string
  /** Clockwise, in degrees. */
  readonly turn?: number
  /** Where its centre is, in pixels from the picture's. */
  readonly shift?: readonly [number, number]
  /** Of the shorter side of the picture. */
  readonly size?: number
  readonly shape?: 'round' | 'oval' | 'square' | 'letters'
  readonly text?: string
  /** Degrees of the ring that are missing, clockwise from the right. */
  readonly gap?: number
  /** Draws something more on top, in pixels from the centre. */
  readonly over?: (context: SKRSContext2D) => void
}

const red = '#d6001c'
const font = 'Noto Serif CJK SC'

export function stamp(options: StampOptions = {}): Canvas {
  const { width = 496, height = width, ground, turn = 0, shift: [across, down] = [0, 0], ink = red } = options
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  if (ground !== undefined) {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  context.translate(width / 2 + across, height / 2 + down)
  context.save()
  context.rotate((turn * Math.PI) / 180)
  context.strokeStyle = ink
  context.fillStyle = ink
  drawSeal(context, options, (Math.min(width, height) * (options.size ?? 0.94)) / 2)
  context.restore()
  options.over?.(context)
  return canvas
}

/** @param radius of the outer edge, in pixels; of an oval that of its longer side */
export function drawSeal(context: SKRSContext2D, options: StampOptions, radius: number): void {
  const { shape = 'round', text = '济南示例科技有限公司', gap = 0 } = options
  if (shape === 'square') {
    drawSquare(context, radius)
    return
  }
  if (shape === 'letters') {
    drawLetters(context, radius)
    return
  }
  const line = radius * 0.06
  const lower = shape === 'oval' ? (radius * 2) / 3 : radius
  context.lineWidth = line
  context.beginPath()
  context.ellipse(0, 0, radius - line / 2, lower - line / 2, 0, (gap * Math.PI) / 180, 2 * Math.PI)
  context.stroke()
  drawWords(context, text, { across: radius * 0.76, down: lower * 0.72, size: radius * 0.2 })
  drawStar(context, lower * 0.28)
}

function drawSquare(context: SKRSContext2D, radius: number): void {
  const line = radius * 0.09
  context.lineWidth = line
  context.strokeRect(-radius + line / 2, -radius + line / 2, 2 * radius - line, 2 * radius - line)
  context.font = `bold ${radius * 0.8}px "${font}"`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText('张三', 0, -radius * 0.4)
  context.fillText('之印', 0, radius * 0.42)
}

/** Four square characters without a frame, with a gap between them. */
function drawLetters(context: SKRSContext2D, radius: number): void {
  const side = radius * 0.97
  for (const [x, y] of [
    [-radius, -radius],
    [radius - side, -radius],
    [-radius, radius - side],
    [radius - side, radius - side],
  ] as const) {
    context.fillRect(x, y, side, side * 0.2)
    context.fillRect(x, y + side * 0.4, side, side * 0.2)
    context.fillRect(x, y + side * 0.8, side, side * 0.2)
    context.fillRect(x + side * 0.4, y, side * 0.2, side)
  }
}

interface Arc {
  readonly across: number
  readonly down: number
  readonly size: number
}

function drawWords(context: SKRSContext2D, text: string, { across, down, size }: Arc): void {
  context.font = `bold ${size}px "${font}"`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const letters = Array.from(text)
  const [from, to] = [-210, 30]
  letters.forEach((letter, at) => {
    const angle = ((from + ((to - from) * (at + 0.5)) / letters.length) * Math.PI) / 180
    context.save()
    context.translate(across * Math.cos(angle), down * Math.sin(angle))
    context.rotate(angle + Math.PI / 2)
    context.fillText(letter, 0, 0)
    context.restore()
  })
}

function drawStar(context: SKRSContext2D, radius: number): void {
  context.beginPath()
  for (let point = 0; point < 10; point += 1) {
    const angle = (point * 36 - 90) * (Math.PI / 180)
    const far = point % 2 === 0 ? radius : radius * 0.38
    context.lineTo(far * Math.cos(angle), far * Math.sin(angle))
  }
  context.closePath()
  context.fill()
}

export function pixelsOf(canvas: Canvas): Picture {
  const { width, height } = canvas
  return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data }
}

export function pngOf(canvas: Canvas): Buffer {
  return canvas.toBuffer('image/png')
}
