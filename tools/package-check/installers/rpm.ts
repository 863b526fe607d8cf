import { judgeFileList } from './file-list.ts'
import type { Installer } from './product.ts'
import { outputOf } from './run.ts'

const architectures = { x64: 'x86_64', arm64: 'aarch64' } as const

export function inspectRpm({ path, program, version }: Installer): readonly string[] {
  const query = (format: string) => outputOf('rpm', ['-qp', '--nosignature', ...format.split(' '), path])
  const told = query('--qf %{NAME}|%{VERSION}|%{ARCH}|%{VENDOR}')
  const wanted = `cert-user-tool|${version}|${architectures[program.target.arch]}|CertUserTool`
  return [
    ...(told === wanted ? [] : [`it calls itself ${told}`]),
    ...judgeFileList(query('-l').split('\n'), '/opt/CertUserTool'),
    ...(query('--requires').includes('gtk3') ? [] : ['it does not ask for gtk3']),
  ]
}
