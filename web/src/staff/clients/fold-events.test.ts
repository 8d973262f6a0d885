import { expect, test } from 'vitest'
import { foldEvents } from './fold-events.ts'

type Item = Parameters<typeof foldEvents>[0][number]
const event = (id: number, at: string, action: string, actor_name = 'Salma'): Item =>
  ({ kind: 'event', id, at, note: null, event: { action, actor_name, after: null, before: null } }) as unknown as Item
const note = (id: number, at: string): Item => ({ kind: 'note', id, at, event: null, note: { body: 'Calls late.' } }) as unknown as Item
const told = (items: readonly Item[]) => foldEvents(items).map(({ head, with: rest }) => [head.event?.action ?? 'note', rest.map((each) => each.event?.action)])

test('what one act wrote is one act: named by what was recorded last, without its mechanics', () => {
  expect(
    told([
      event(9, '2026-11-12T04:00:00Z', 'subscription.package_changed'),
      event(8, '2026-11-12T04:00:00Z', 'invoice.issued'),
      event(7, '2026-11-12T04:00:00Z', 'charge.opened'),
      event(6, '2026-11-12T04:00:00Z', 'subscription.terms_changed'),
      event(5, '2026-11-01T04:00:00Z', 'payment.taken'),
    ]),
  ).toEqual([
    ['subscription.package_changed', ['invoice.issued']],
    ['payment.taken', []],
  ])
})

test('mechanics recorded last do not give the act its name, and alone they are told', () => {
  expect(told([event(3, '2026-11-12T04:00:00Z', 'charge.opened'), event(2, '2026-11-12T04:00:00Z', 'subscription.activated')])).toEqual([
    ['subscription.activated', []],
  ])
  expect(told([event(3, '2026-11-12T04:00:00Z', 'charge.opened')])).toEqual([['charge.opened', []]])
})

test('two people at the same instant are two acts, and a note is never folded', () => {
  const at = '2026-11-12T04:00:00Z'
  expect(told([event(3, at, 'client.edited'), event(2, at, 'payment.taken', 'Karim'), note(1, at), event(1, at, 'client.registered')])).toEqual([
    ['client.edited', []],
    ['payment.taken', []],
    ['note', []],
    ['client.registered', []],
  ])
})
