import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Link, Unlink } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWebAddress } from '#renderer/objects/openAddress.ts'
import { Button, IconButton, Popover, TextField } from '#renderer/ui/index.ts'
import styles from './toolbar.module.css'

/** Makes the selected words a link, or plain words again. */
export function LinkTool({ linked }: { linked: boolean }) {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const button = useRef<HTMLSpanElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    if (address === null || !isWebAddress(address)) return
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, address)
    setAddress(null)
    editor.focus()
  }
  return (
    <span ref={button}>
      <IconButton
        icon={linked ? Unlink : Link}
        size="small"
        label={linked ? t('unlink') : t('link')}
        preventFocusOnPress
        onPress={() => (linked ? editor.dispatchCommand(TOGGLE_LINK_COMMAND, null) : setAddress('https://'))}
      />
      <Popover
        label={t('link')}
        triggerRef={button}
        isOpen={address !== null}
        onOpenChange={(open) => !open && setAddress(null)}
      >
        <form className={styles.linkForm} onSubmit={apply}>
          <TextField label={t('address')} value={address ?? ''} onChange={setAddress} autoFocus />
          <Button type="submit" variant="primary" isDisabled={!isWebAddress(address ?? '')}>
            {t('apply')}
          </Button>
        </form>
      </Popover>
    </span>
  )
}
