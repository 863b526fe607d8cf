import type { ShippedSoftware } from './read-package.ts'

const introduction = `CA 用户工具 (CertUserTool) 包含下列第三方软件，各自的许可如下。
CertUserTool contains the third-party software below, each under its own licence.

Chromium 及其组件的许可见本程序安装文件夹中的 LICENSES.chromium.html。
The licences of Chromium and its parts: LICENSES.chromium.html in the folder of the program.`
const line = '='.repeat(80)

/** One plain text for all; the mark at its start lets every version of Windows' editor read the Chinese. */
export function licenceText(software: readonly ShippedSoftware[]): string {
  const list = software.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)
  const texts = software.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}`,
  )
  return `\uFEFF${[introduction, list.join('\n'), ...texts].join('\n\n')}\n`
}
