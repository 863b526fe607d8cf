import type { Plugin } from 'vite'

const file = '@rc-component/util/es/Dom/dynamicCSS.js'
const from = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }'
const to = "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';"

/**
 * antd passes the nonce of the content security policy to every <style> it makes but two (Table's scrollbar probe and the
 * scroll lock of Modal and Drawer; ant-design #58150). This mends them at their root, and fails the build when the file
 * has changed so that somebody looks again.
 */
export function nonceForEveryStyle(): Plugin {
  let seen = false
  return {
    name: 'nonce-for-every-style',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(file)) return null
      if (!code.includes(from)) throw new Error('dynamicCSS.js has changed: look at nonce-for-every-style again')
      seen = true
      return { code: code.replace(from, to), map: null }
    },
    buildEnd(error) {
      if (error === undefined && !seen)
        throw new Error('dynamicCSS.js is not in the bundle: drop nonce-for-every-style')
    },
  }
}
