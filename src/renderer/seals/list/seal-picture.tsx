import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { pictureKey, useSealPictures } from './seal-pictures-store.ts'

interface SealPictureProps {
  readonly seal: SealModel
  readonly size?: 'small' | 'large'
}

/** The picture that the platform has, on a ground that shows what is transparent. */
export function SealPicture({ seal, size = 'small' }: SealPictureProps) {
  const { t } = useTranslation('seals')
  const known = useSealPictures((state) => state.pictures.get(pictureKey(seal)))
  const ask = useSealPictures((state) => state.ask)
  useEffect(() => ask(seal), [ask, seal])
  const place = `seal-picture seal-picture-${size}`
  if (known?.state === 'here') {
    return <img className={place} src={known.image} alt={t('picture.of', { name: seal.name })} />
  }
  const hasNone = seal.imageSha256 === undefined
  const failure = known?.state === 'failed' ? known.failure : undefined
  const failed = failure?.code === 'seal.otherPicture' ? 'picture.other' : 'picture.failed'
  const words = hasNone ? t('picture.none') : t(failure === undefined ? 'picture.loading' : failed)
  if (failure !== undefined && size === 'large') return <FailureNotice failure={failure} />
  return <span className={`${place} seal-picture-empty soft`}>{words}</span>
}
