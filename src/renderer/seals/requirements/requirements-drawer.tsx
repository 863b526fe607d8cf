import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fields } from '../../components/fields.tsx'
import { sealTypeNames } from '../list/seal-words.ts'
import { useSizes } from '../register/use-sizes.ts'
import { Examples } from './examples.tsx'

interface RequirementsDrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 印章图片处理方法及要求, over what is being done. */
export function RequirementsDrawer({ isOpen, onClose }: RequirementsDrawerProps) {
  const { t } = useTranslation('seals')
  return (
    <Drawer title={t('requirements.title')} open={isOpen} onClose={onClose} size={560} destroyOnHidden>
      <div className="details seal-requirements" tabIndex={0}>
        <h3>{t('requirements.examples')}</h3>
        <Examples />
        <h3>{t('requirements.how')}</h3>
        <ol className="seal-how">
          {t('requirements.steps', { returnObjects: true }).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h3>{t('requirements.what')}</h3>
        <Wanted />
        <p className="soft">{t('requirements.undecided')}</p>
      </div>
    </Drawer>
  )
}

function Wanted() {
  const { t } = useTranslation('seals')
  const sizes = useSizes()
  const named = (['format', 'pixels', 'ground', 'colour', 'name'] as const).map((name) => ({
    name: t(`requirements.${name}`),
    value: t(`requirements.${name}Text`),
  }))
  const sizesOfTypes = (
    <ul>
      {sealTypeNames.map((type) => (
        <li key={type}>
          {t('requirements.size', { type: t(`type.${type}`), sizes: sizes(type).join(t('register.between')) })}
        </li>
      ))}
    </ul>
  )
  return <Fields fields={[...named, { name: t('requirements.sizes'), value: sizesOfTypes }]} />
}
