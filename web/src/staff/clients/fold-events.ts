import type { RowOf } from '../../api/use-list.ts'

type Item = RowOf<'/api/v1/clients/{id}/timeline'>

/** What one act wrote: the event people call it by, and what came with it. */
export interface Act {
  readonly head: Item
  readonly with: readonly Item[]
}

/** Of one act only its results are told; these are how it was done. */
const MECHANICS = new Set(['charge.opened', 'charge.ended', 'subscription.terms_changed', 'subscription.added'])

/** Events of one instant by one person are one act; the one recorded last says what was done, the others what came with it. */
export function foldEvents(items: readonly Item[]): readonly Act[] {
  const acts: { head: Item; with: Item[] }[] = []
  for (const item of items) {
    const act = acts.at(-1)
    const isSame =
      act !== undefined && act.head.event !== null && item.event !== null && act.head.at === item.at && act.head.event.actor_name === item.event.actor_name
    if (!isSame) acts.push({ head: item, with: [] })
    else if (MECHANICS.has(act.head.event?.action ?? '')) {
      act.with.push(act.head)
      act.head = item
    } else act.with.push(item)
  }
  return acts.map((act) => ({ head: act.head, with: act.with.filter(({ event }) => event === null || !MECHANICS.has(event.action)) }))
}
