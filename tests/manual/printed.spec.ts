import { chromium, expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../../tools/chromium-host/chromium/flags.ts'
import { toHtml } from '../../tools/manual/to-html.ts'

const root = join(import.meta.dirname, '../..')
const docs = join(root, 'docs')

/** Last, when the pictures are there. */
test('使用手册 as a page and as PDF', async () => {
  const style = readFileSync(join(root, 'tools/manual/print.css'), 'utf8')
  const [page, pdf] = [join(docs, '使用手册.html'), join(docs, '使用手册.pdf')]
  writeFileSync(page, toHtml(readFileSync(join(docs, '使用手册.md'), 'utf8'), style))
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const shown = await browser.newPage()
    await shown.goto(pathToFileURL(page).href)
    const broken = await shown.evaluate(
      () => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
    )
    expect(broken).toBe(0)
    const footerTemplate =
      '<div style="width:100%;font-size:8px;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'
    await shown.pdf({
      path: pdf,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<i></i>',
      footerTemplate,
    })
  } finally {
    await browser.close()
  }
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
  expect(text).toContain('CA用户工具使用手册')
  expect(text).toContain('程序记了什么，不记什么')
})
