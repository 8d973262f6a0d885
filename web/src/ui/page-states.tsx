import { Trans } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconMoodEmpty, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isProblem } from '../api/client.ts'
import styles from './page-states.module.css'

interface StateProps {
  icon: ReactNode
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  isWrong?: boolean
  /** It stands for the whole page, whose head it then is. */
  isPage?: boolean
}

function State({ icon, title, children, actions, isWrong = false, isPage = false }: StateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className={styles.state} role={isWrong ? 'alert' : undefined}>
      <div className={`${styles.icon} ${isWrong ? styles.wrong : ''}`}>{icon}</div>
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** The room of rows that are on their way, so that nothing jumps when they come. */
export function RowsPending({ rows = 3 }: { rows?: number }) {
  return (
    <div className={styles.pending} aria-busy="true">
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} h={14} w={at % 2 === 0 ? '86%' : '72%'} />
      ))}
    </div>
  )
}

/** An empty page teaches the first step. */
export function EmptyState({ icon, title, children, action }: { icon: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <State icon={icon} title={title} actions={action}>
      {children}
    </State>
  )
}

/** What went wrong, what to do, and a way to try again; the request's number leads support to the log. */
export function ErrorState({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const actions =
    retry === undefined ? undefined : (
      <Button variant="default" onClick={retry}>
        <Trans>Try again</Trans>
      </Button>
    )
  if (!isProblem(error) && !isLostConnection(error)) {
    return (
      <State isWrong icon={<IconAlertTriangle size={24} />} title={<Trans>This page has an error</Trans>} actions={actions}>
        <Trans>It is the program's fault, not yours. Try again; if it stays, tell whoever looks after the program.</Trans>
        <div className={styles.code}>{String(error)}</div>
      </State>
    )
  }
  if (!isProblem(error)) {
    return (
      <State isWrong icon={<IconPlugConnectedX size={24} />} title={<Trans>The server cannot be reached</Trans>} actions={actions}>
        <Trans>Check the network and try again; nothing you typed is lost.</Trans>
      </State>
    )
  }
  if (error.status === 403) {
    return (
      <State icon={<IconLock size={24} />} title={error.title}>
        {error.detail === error.title ? <Trans>Ask an administrator for this permission.</Trans> : error.detail}
      </State>
    )
  }
  return (
    <State isWrong icon={<IconAlertTriangle size={24} />} title={error.title} actions={actions}>
      {error.detail !== error.title && <p>{error.detail}</p>}
      <span className={styles.code}>{error.request_id}</span>
    </State>
  )
}

/** Browsers throw a bare TypeError, each with words of its own, when no answer came. */
const isLostConnection = (error: unknown): boolean => error instanceof TypeError && /fetch|network|load failed/i.test(error.message)

/** For a page that threw; the shell around it stays. */
export function PageFailed({ error, reset }: { error: unknown; reset?: () => void }) {
  return <ErrorState error={error} retry={() => (reset === undefined ? location.reload() : reset())} />
}

export function PageNotFound() {
  return (
    <State
      isPage
      icon={<IconMoodEmpty size={24} />}
      title={<Trans>There is no page at this address</Trans>}
      actions={
        <Button component="a" href="/" variant="default">
          <Trans>Go to the first page</Trans>
        </Button>
      }
    />
  )
}

export function NotAllowed({ isPage = true }: { isPage?: boolean }) {
  return (
    <State
      isPage={isPage}
      icon={<IconLock size={24} />}
      title={<Trans>This page is not for your role</Trans>}
      actions={
        <Button component="a" href="/" variant="default">
          <Trans>Go to the first page</Trans>
        </Button>
      }
    >
      <Trans>Ask an administrator for this permission.</Trans>
    </State>
  )
}
