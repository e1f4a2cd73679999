import { CrossreadError } from '#shared/errors.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required } from '../session.ts'
import { findImage, imageHash, insertImage } from '../store/images.ts'
import { imageTypeOf } from './image-type.ts'

const mostBytes = 20 * 1024 * 1024

/** Images that stand in notes and comments. Not a step of the history: the text that shows one is. */
export const imageHandlers: Handlers<CallsOf<'images'>> = {
  'images.add': ({ store }, { mediaType, bytes }) => {
    if (bytes.length > mostBytes) {
      throw new CrossreadError(
        'invalid_input',
        'This image is larger than 20 MB. Make it smaller and try again.',
      )
    }
    if (imageTypeOf(bytes) !== mediaType) {
      throw new CrossreadError('invalid_input', 'This is not a PNG, JPEG, GIF or WebP image.')
    }
    const hash = imageHash(bytes)
    insertImage(store.db, hash, { mediaType, bytes })
    return { hash }
  },

  'images.get': ({ store }, { hash }) => {
    const { mediaType, bytes } = required(findImage(store.db, hash), 'image')
    return { mediaType, bytes: new Uint8Array(bytes) }
  },
}
