import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A piece of software that is in a package, and what it may be used under. */
export interface ShippedSoftware {
  readonly name: string
  readonly version: string
  /** SPDX. */
  readonly licence: string
  readonly text: string
}

interface PackageFile {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
}

const licenceFile = /^(licen[cs]e|copying|notice)/i

/**
 * A package of npm with the text of its licence.
 * @throws where it names no licence, or one without a text that is not MIT's: somebody has to look
 */
export async function readPackage(folder: string): Promise<ShippedSoftware> {
  const file = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile
  const { name, version, license: licence } = file
  if (name === undefined || version === undefined || typeof licence !== 'string') {
    throw new Error(`${folder} does not say what it is and under which licence`)
  }
  const texts = await readTexts(folder)
  if (texts.length === 0 && licence !== 'MIT') throw new Error(`${name}: no text of its licence, ${licence}`)
  return { name, version, licence, text: texts.length === 0 ? mit(authorOf(file)) : texts.join('\n\n') }
}

/** The texts of licences that lie in a folder. */
export async function readTexts(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => licenceFile.test(name) && !/\.(js|mjs|cjs|ts)$/.test(name))
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.trim())
}

function authorOf({ name = '', author }: PackageFile): string {
  const written = typeof author === 'string' ? author : author?.name
  return written === undefined || written === '' ? `the authors of ${name}` : written.replace(/\s*[<(].*$/, '')
}

/** For the packages that name MIT and leave its text out (https://spdx.org/licenses/MIT.html). */
function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
