import { useTranslation } from 'react-i18next'
import { sealTypes, type SealForm, type SealType } from '../../../shared/seals/seal-types.ts'
import { sealTypeNames } from '../list/seal-words.ts'
import { useSealRegister } from './register-store.ts'
import { useSizes } from './use-sizes.ts'

/** 印模类型, each with its form drawn to scale. */
export function TypeChoice() {
  const { t } = useTranslation('seals')
  const type = useSealRegister((store) => store.form.type)
  const change = useSealRegister((store) => store.change)
  const sizes = useSizes()
  return (
    <fieldset className="seal-fieldset">
      <legend className="label">{t('register.type')}</legend>
      <div className="seal-types">
        {sealTypeNames.map((name) => (
          <label key={name} className="seal-option seal-type">
            <input type="radio" name="seal-type" checked={name === type} onChange={() => change({ type: name })} />
            <FormDrawing form={sealTypes[name]} />
            <span className="seal-option-text">
              <span>{t(`type.${name}`)}</span>
              <span className="second">{sizes(name).slice(0, 2).join(t('register.between'))}</span>
            </span>
          </label>
        ))}
      </div>
      <TypeSizes type={type} />
    </fieldset>
  )
}

function TypeSizes({ type }: { readonly type: SealType }) {
  const { t } = useTranslation('seals')
  const sizes = useSizes()
  return <p className="soft">{t('register.sizes', { sizes: sizes(type).join(t('register.between')) })}</p>
}

/** One unit is a millimetre: beside each other they are as large as on paper. */
function FormDrawing({ form: { shape, widthMm, heightMm } }: { readonly form: SealForm }) {
  const [x, y] = [(46 - widthMm) / 2, (46 - heightMm) / 2]
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 }
  const isCurved = shape === 'round' || shape === 'oval'
  return (
    <svg className="seal-drawing" viewBox="0 0 46 46" width={46} height={46} aria-hidden="true">
      {isCurved ? (
        <ellipse cx={23} cy={23} rx={widthMm / 2 - 0.8} ry={heightMm / 2 - 0.8} {...line} />
      ) : (
        <rect x={x + 0.8} y={y + 0.8} width={widthMm - 1.6} height={heightMm - 1.6} {...line} />
      )}
    </svg>
  )
}
