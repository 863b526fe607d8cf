import type { sealFindings as zh } from '../zh-CN/seals-findings.ts'

export const sealFindings: typeof zh = {
  unreadable: { title: 'The picture cannot be opened', text: 'The file is damaged or no picture. Choose another one.' },
  'not-png': { title: 'This is not a PNG', text: 'Make one from the photo, or save it as PNG.' },
  'file-too-large': {
    title: 'The file is too large',
    text: 'It has {{kilobytes}} KB, and may have 1024 KB. Make it smaller.',
  },
  sides: {
    title: 'The size of the picture does not fit',
    text: 'It has {{width}} × {{height}} pixels. Each side must be between {{smallest}} and {{largest}}.',
  },
  'too-few-pixels': {
    title: 'The picture is too small',
    text: 'It has {{width}} × {{height}} pixels. The longer side needs {{least}}. Scan it or take the photo again.',
  },
  'no-seal': { title: 'No seal was found', text: 'Choose another picture.' },
  'not-red': {
    title: 'The seal is not red',
    text: 'The seal has to be stamped in red. A black and white copy is no use.',
  },
  'coloured-ground': {
    title: 'The ground is not white or transparent',
    text: 'There is a colour, a shadow or a reflection. Take it again on white paper, or make the ground transparent.',
  },
  'other-ink': {
    title: 'There is other writing on the seal',
    text: 'The marked place has letters or lines of another colour. Stamp on blank white paper.',
  },
  'several-seals': { title: 'There is more than one seal', text: 'A picture may show one seal only.' },
  'cut-off': {
    title: 'The seal touches the edge of the picture',
    text: 'It may be cut off where it is marked. Leave some space around it.',
  },
  'small-in-picture': { title: 'The seal is too small in the picture', text: 'Cut the empty space around it.' },
  'off-centre': { title: 'The seal is not in the middle', text: 'Cut the picture so that the space around is even.' },
  'wrong-shape': {
    title: 'The shape does not fit the type',
    text: 'Check the type of the seal, or whether the picture is distorted.',
  },
  incomplete: { title: 'The seal is not complete', text: 'A part of its rim is missing. Stamp a clear and whole one.' },
  skewed: { title: 'The seal leans', text: 'By about {{degrees}} degrees. Set it upright first.' },
  gaps: { title: 'The rim has small gaps', text: 'It can be submitted. The review may ask for a better one.' },
}
