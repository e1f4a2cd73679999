import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Palette, readPalette } from './draw/palette.ts'
import type { Scene } from './draw/scene.ts'
import { useGraphOptions } from './options.ts'
import { Stage } from './stage.ts'

/** The stage over a canvas and its layer, with the scene on it and in the theme's colours; null before it is there. */
export function useStage(
  canvas: RefObject<HTMLCanvasElement | null>,
  layer: RefObject<HTMLElement | null>,
  scene: Scene,
): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null)
  const fits = useGraphOptions((state) => state.fits)
  const seen = useRef(fits)
  useLayoutEffect(() => {
    if (!canvas.current || !layer.current) return
    const made = new Stage(canvas.current, layer.current)
    made.look(useGraphOptions.getState().view)
    setStage(made)
    return () => {
      made.end()
      // Only now: whoever reads the options need not hear of every frame. Where all of it was asked for meanwhile, that counts.
      const isSame = useGraphOptions.getState().fits === seen.current
      useGraphOptions.setState({ view: isSame ? made.moved : null })
    }
  }, [canvas, layer])
  useLayoutEffect(() => {
    if (stage) stage.scene = scene
  }, [stage, scene])
  useEffect(() => {
    if (seen.current !== fits) stage?.look(null)
    seen.current = fits
  }, [stage, fits])
  const palette = usePalette()
  useLayoutEffect(() => {
    if (stage) stage.palette = palette
  }, [stage, palette])
  return stage
}

/** The theme's colours, also when the theme or the contrast changes. */
function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette(document.documentElement))
  useEffect(() => {
    const read = (): void => setPalette(readPalette(document.documentElement))
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const contrast = window.matchMedia('(prefers-contrast: more)')
    contrast.addEventListener('change', read)
    read()
    return () => {
      observer.disconnect()
      contrast.removeEventListener('change', read)
    }
  }, [])
  return palette
}
