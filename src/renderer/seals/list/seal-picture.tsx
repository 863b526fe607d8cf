import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
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
  const words = hasNone ? t('picture.none') : t(known?.state === 'failed' ? 'picture.failed' : 'picture.loading')
  return <span className={`${place} seal-picture-empty soft`}>{words}</span>
}
