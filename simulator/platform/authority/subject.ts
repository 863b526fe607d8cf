import 'reflect-metadata'
import { Name } from '@peculiar/x509'
import type { SubjectFields } from '../../../src/shared/demo/simulator-messages.ts'

/** Country is PrintableString, as RFC 5280 demands; everything else UTF8String, so that Chinese text fits. */
export function subjectName(subject: SubjectFields | string): Name {
  if (typeof subject === 'string') return new Name(subject)
  const rest: [string, string | undefined][] = [
    ['ST', subject.province],
    ['L', subject.locality],
    ['O', subject.organisation],
    ['OU', subject.organisationalUnit],
    ['CN', subject.commonName],
  ]
  return new Name([
    { C: [{ printableString: 'CN' }] },
    ...rest.flatMap(([type, value]) => (value === undefined ? [] : [{ [type]: [{ utf8String: value }] }])),
  ])
}
