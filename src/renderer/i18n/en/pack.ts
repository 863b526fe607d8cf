import enControls from 'antd/locale/en_US'
import { enFailures } from '../../../shared/failures/en/failure-texts.ts'
import type { LanguagePack } from '../language-pack.ts'
import { en } from './texts.ts'

export const enPack: LanguagePack = { texts: en, failures: enFailures, controls: enControls }
