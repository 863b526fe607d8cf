const needed = [
  'cert-user-tool',
  'resources/app.asar',
  'resources/app.asar.unpacked/node_modules/pkcs11js/build/Release/pkcs11.node',
  'resources/licenses/third-party.txt',
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
]

/** A Linux package brings the program, whole, in this folder, and a desktop entry and icons beside it. */
export function judgeFileList(files: readonly string[], folder: string): readonly string[] {
  const missing = needed.map((name) => `${folder}/${name}`).filter((path) => !files.includes(path))
  return [
    ...missing.map((path) => `${path} is missing`),
    ...(files.some((path) => path.endsWith('.desktop')) ? [] : ['there is no desktop entry']),
    ...(files.some((path) => path.endsWith('/hicolor/256x256/apps/cert-user-tool.png')) ? [] : ['there is no icon']),
  ]
}
