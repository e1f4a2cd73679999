import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Image } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#renderer/ui/index.ts'
import { insertImages } from './ImagePaste.tsx'

/** Chooses images from this computer. The browser hands over their bytes, and no path. */
export function ImageTool() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const files = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        icon={Image}
        size="small"
        label={t('image.insert')}
        onPress={() => files.current?.click()}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={({ target }) => {
          void insertImages(editor, [...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}
