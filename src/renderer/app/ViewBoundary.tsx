import { CircleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { messageOf } from '../engine/queries.ts'
import { Button, EmptyState } from '../ui/index.ts'

interface Props {
  /** A new one clears the error, as when another view is opened. */
  resetKey: string
  children: ReactNode
}

/** Keeps an error inside one view: the rest of the window goes on, and the view can be tried again. */
export class ViewBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null })
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <Failure message={messageOf(this.state.error)} onRetry={() => this.setState({ error: null })} />
  }
}

function Failure({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      icon={CircleAlert}
      title={t('failure.title')}
      text={t('failure.text', { message })}
      action={<Button onPress={onRetry}>{t('failure.retry')}</Button>}
    />
  )
}
