import { useTranslation } from 'react-i18next'
import { ViewExport } from '#renderer/objects/viewExport/index.ts'
import { svgAddress } from '#renderer/ui/picture.ts'
import { edgesToCsv } from './csv.ts'
import { type Palette, paperPalette, readPalette } from './draw/palette.ts'
import type { Scene } from './draw/scene.ts'
import { sceneToSvg } from './draw/svg.ts'

/** Longer than anybody looks at the printer's dialog, which stops the page while it is open. */
const printingMs = 3_600_000

/** Saves and prints what is shown: all of it, not the part in sight. */
export function GraphExport({ scene }: { scene: Scene | null }) {
  const { t } = useTranslation('graph')
  const isEmpty = scene === null || scene.cards.length === 0
  const draw = (palette: Palette): string =>
    scene ? sceneToSvg(scene, palette, { title: t('label'), kind: (kind) => t(kind) }) : ''
  const heads = [
    t('csv.fromKind'),
    t('csv.from'),
    t('csv.relation'),
    t('csv.toKind'),
    t('csv.to'),
    t('csv.links'),
  ]
  const sheet = () => {
    const address = svgAddress(draw(paperPalette()))
    setTimeout(() => URL.revokeObjectURL(address), printingMs)
    return <img src={address} alt={t('label')} />
  }
  return (
    <ViewExport
      fileName={t('fileName')}
      title={t('title')}
      isEmpty={isEmpty}
      csv={() => (scene ? edgesToCsv(scene, heads, (kind) => t(kind)) : '')}
      svg={() => ({ svg: draw(readPalette(document.documentElement)), description: t('label') })}
      sheet={sheet}
    />
  )
}
