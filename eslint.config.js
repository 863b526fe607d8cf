// The rules of the house. Layers are kept twice: by one tsconfig per runtime (globals) and by the import rules below.
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name is found, renamed and read better.',
}
const noInsecureWebPreferences = {
  selector: "Property[key.name='webSecurity'][value.value=false]",
  message: 'SECURITY(6): webSecurity stays on.',
}

/** What a layer may not import, with the reason as the message. */
function forbid(files, patterns, paths = []) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns, paths }] },
  }
}
const upward = (layers, message) => ({ group: layers.map((layer) => `**/${layer}/**`), message })

export default tseslint.config(
  { ignores: ['out', 'node_modules', 'test-results', 'docs', 'bench/results', 'release', 'release-stub'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noInsecureWebPreferences],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Factories return closures: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Bracket access is what noPropertyAccessFromIndexSignature asks for.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  forbid(
    ['src/shared/**/*.ts'],
    [
      upward(['main', 'preload', 'renderer', 'simulator'], 'shared knows no runtime'),
      { group: ['node:*', 'electron'] },
    ],
  ),
  forbid(
    ['src/preload/**/*.ts'],
    [
      upward(['main', 'renderer', 'simulator'], 'the preload sees shared only'),
      { group: ['zod', '**/contract.ts'], allowTypeImports: true, message: 'zod stays out of the preload: types only' },
      { group: ['node:*'] },
    ],
  ),
  forbid(
    ['src/renderer/**/*.{ts,tsx}'],
    [
      upward(['main', 'preload', 'simulator'], 'the renderer sees shared only'),
      {
        group: ['zod', '**/contract.ts', '**/models.ts'],
        allowTypeImports: true,
        message: 'zod stays out of the page',
      },
      { group: ['node:*', 'electron'] },
    ],
  ),
  forbid(['src/main/**/*.ts'], [upward(['renderer', 'preload', 'simulator'], 'main sees shared only')]),
  forbid(
    ['renewal', 'platform-account', 'pin', 'signing', 'seals', 'after-renewal', 'content'].map(
      (folder) => `src/main/${folder}/**/*.ts`,
    ),
    [
      upward(['renderer', 'preload', 'simulator'], 'main sees shared only'),
      {
        group: ['../token/**', '../platform/**', '../ipc/**', '../window/**'],
        message: 'a use case sees ports; app.ts joins them',
      },
      { group: ['electron'] },
    ],
  ),
  forbid(['simulator/**/*.ts'], [upward(['main', 'renderer', 'preload'], 'the simulator sees shared only')]),
  { files: ['src/renderer/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    // Tests, tools and scripts talk to a terminal and may be long; they are held to the same types.
    files: [
      'tests/**',
      'bench/**',
      'scripts/**',
      'tools/**',
      '**/*.test.{ts,tsx}',
      '*.config.ts',
      'eslint.config.js',
      'knip.ts',
    ],
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Configuration files are read by tools that look for a default export.
    files: ['*.config.ts', 'eslint.config.js', 'knip.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
)
