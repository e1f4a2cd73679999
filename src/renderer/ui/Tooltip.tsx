import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { showKey } from '../commands/keys.ts'
import { isMac } from '../commands/platform.ts'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  text: string
  /** A key from the command table, such as `Mod+K`. */
  keys?: string | undefined
  /** The button or link that the tooltip belongs to; one of react-aria's, or wrapped in its `Focusable`. */
  children: ReactElement
}

/** Names what a control does, with its key, after a moment's rest on it. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        {text}
        {keys && <kbd className={styles.keys}>{showKey(keys, isMac)}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
