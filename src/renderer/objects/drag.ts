/** The kind of data under which an annotation is dragged: JSON of `{annotationId}`, with more beside it. */
export const annotationDragType = 'application/x-crossread-annotation'

/** Whether an annotation is being dragged. What it is can only be read when it is dropped. */
export function carriesAnnotation(data: DataTransfer): boolean {
  return data.types.includes(annotationDragType)
}

/** The id of the annotation that was dropped, or null where the drop holds none. */
export function droppedAnnotation(data: DataTransfer): string | null {
  try {
    const value: unknown = JSON.parse(data.getData(annotationDragType))
    if (typeof value !== 'object' || value === null || !('annotationId' in value)) return null
    return typeof value.annotationId === 'string' ? value.annotationId : null
  } catch {
    return null
  }
}
