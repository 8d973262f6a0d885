import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { http, isProblem } from '../../../api/client.ts'
import { useList } from '../../../api/use-list.ts'
import type { ListSource, RowOf } from '../../../api/use-list.ts'
import { useMe } from '../../../lib/session.ts'

export type Line = RowOf<'/api/v1/olts/{id}/console-lines'>
const OFTEN_MS = 1200
/** What stands for a secret: such a line cannot be typed again as it is kept. */
const MASK = '***'

export interface ConsoleLines {
  readonly source: ListSource<Line>
  readonly rows: readonly Line[]
  /** What this person has typed, the newest first, each once. */
  readonly typedBefore: readonly string[]
  /** What this person has typed and what has no answer yet. */
  readonly unfinished: Line | undefined
  send: (line: string, confirm: string | null, standsAt?: string | null) => Promise<{ readonly line: Line } | { readonly refusal: string }>
}

/** The lines typed on an OLT, asked for often while one of them waits for its answer. */
export function useConsoleLines(oltId: number): ConsoleLines {
  const { t } = useLingui()
  const client = useQueryClient()
  const me = useMe()
  const [isWaiting, setWaiting] = useState(false)
  const source = useList('/api/v1/olts/{id}/console-lines', { params: { id: oltId }, pageSize: 50, refetchMs: isWaiting ? OFTEN_MS : false })
  const { rows } = source
  const isOpen = ({ state }: Line): boolean => state === 'waiting' || state === 'running'
  const hasOpen = rows.some(isOpen)
  useEffect(() => setWaiting(hasOpen), [hasOpen])
  const mine = rows.filter(({ user_id }) => user_id === me.user.id)

  const send: ConsoleLines['send'] = async (line, confirm, standsAt = null) => {
    const { data, error } = await http
      .POST('/api/v1/olts/{id}/console-lines', { params: { path: { id: oltId } }, body: { line, confirm, stands_at: standsAt } })
      .catch(() => ({ data: undefined, error: undefined }))
    if (data === undefined) return { refusal: isProblem(error) ? error.detail : t`The server cannot be reached.` }
    setWaiting(true)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/v1/olts/{id}/console-lines' })
    return { line: data }
  }
  return {
    source,
    rows,
    typedBefore: [...new Set(mine.map(({ line }) => line).filter((line) => !line.includes(MASK)))],
    unfinished: mine.find(isOpen),
    send,
  }
}
