import { type ComponentType, lazy } from 'react'

const features = import.meta.glob<Record<string, ComponentType>>([
  '../features/notes/index.ts',
  '../features/annotations/index.ts',
])

export function arriving<Props extends object>(path: string, name: string): ComponentType<Props> {
  return lazy(async () => {
    const feature = await features[path]?.()
    return { default: (feature?.[name] ?? (() => null)) as ComponentType<Props> }
  })
}

export const AnnotationsPanel = arriving<object>('../features/annotations/index.ts', 'AnnotationsPanel')
export const NotesView = arriving<{ noteId?: string }>('../features/notes/index.ts', 'NotesView')
