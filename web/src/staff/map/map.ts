import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { Kind, PointState } from '../../ui/map/shapes.ts'

export type Points = paths['/api/v1/map/points']['get']['responses']['200']['content']['application/json']
export type Point = Points['points'][number]
export type Cell = Points['cells'][number]

/** How a point is named in the address: client-12. */
export const pointKey = ({ kind, id }: Pick<Point, 'kind' | 'id'>): string => `${kind}-${id}`

export function useKindText(): (kind: Kind) => string {
  const { t } = useLingui()
  return (kind) => ({ olt: t`OLTs`, box: t`Boxes`, client: t`Clients` })[kind]
}

/** What one point is. */
export function useOneText(): (point: Point) => string {
  const { t } = useLingui()
  return ({ kind, code }) => ({ client: t`Client`, box: code === 'splitter' ? t`Splitter` : t`Box`, olt: t`OLT` })[kind]
}

/** "1,240 clients" */
export function useCountText(): (kind: Kind, count: number) => string {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  return (kind, count) => {
    const n = format.number(count)
    if (kind === 'olt') return t`${plural(count, { one: `${n} OLT`, other: `${n} OLTs` })}`
    return kind === 'box' ? t`${plural(count, { one: `${n} box`, other: `${n} boxes` })}` : counted.clients(count)
  }
}

/** What the state of a mark means for what it stands for. */
export function useStateText(): (kind: Kind, state: PointState) => string {
  const { t } = useLingui()
  return (kind, state) => {
    const words: Readonly<Record<PointState, string>> = {
      online: kind === 'olt' ? t`Answers` : t`Online`,
      partly: t`Half or fewer online`,
      offline: kind === 'olt' ? t`Does not answer` : kind === 'box' ? t`None online` : t`Offline`,
      suspended: kind === 'olt' ? t`Not in use` : t`Without service`,
      pending: t`Not connected yet`,
      left: t`No line any more`,
      unknown: kind === 'olt' ? t`Never seen` : kind === 'box' ? t`No ONU known` : t`Not known`,
    }
    return words[state]
  }
}

/** States that a kind can have, in the order of a legend. */
export const STATES_OF: Readonly<Record<Kind, readonly PointState[]>> = {
  olt: ['online', 'offline', 'suspended', 'unknown'],
  box: ['online', 'partly', 'offline', 'unknown'],
  client: ['online', 'offline', 'suspended', 'pending', 'left', 'unknown'],
}

/** The page behind a point. */
export function hrefOf({ kind, id, name }: Point): { to: string; search: Readonly<Record<string, string>> } {
  if (kind === 'client') return { to: `/clients/${id}`, search: {} }
  return kind === 'olt' ? { to: `/olts/${id}`, search: {} } : { to: '/onus/boxes', search: { q: name } }
}
