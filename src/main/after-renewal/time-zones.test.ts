import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const program = `
  import { usableBy } from ${JSON.stringify(new URL('./usable-by.ts', import.meta.url).href)}
  const moments = ['2026-09-30T03:00:00Z', '2026-10-09T03:00:00Z', '2026-11-27T20:00:00Z']
  console.log(JSON.stringify(moments.map((moment) => usableBy(new Date(moment)).at)))
`

it.each(['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'the same days are counted on a computer in %s',
  (zone) => {
    const arguments_ = ['--no-warnings', '--input-type=module-typescript', '-e', program]
    const { stdout, stderr } = spawnSync(process.execPath, arguments_, {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([
      '2026-10-08T03:00:00.000Z',
      '2026-10-10T03:00:00.000Z',
      // A Friday evening in London is Saturday in China.
      '2026-11-30T09:00:00.000Z',
    ])
  },
)
