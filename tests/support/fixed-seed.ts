import fc from 'fast-check'

/**
 * Property tests draw the same values in every run: a change is judged by what it changed, not by the draw. Another draw,
 * to look for more: FUZZ_SEED=<integer> npx vitest run <file>.
 */
const asked = Number(process.env['FUZZ_SEED'])
fc.configureGlobal({ seed: Number.isInteger(asked) && asked !== 0 ? asked : 20_261_124 })
