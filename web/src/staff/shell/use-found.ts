import { useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { IconClock, IconCash, IconCoins, IconFileInvoice, IconRouter, IconTopologyStar3, IconUser } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { latinDigits } from '../../lib/format.ts'
import { useRecents } from '../../lib/recents.ts'
import { useMay, useMe } from '../../lib/session.ts'
import type { PickedClient } from '../payments/client-picker.tsx'
import { commandsFor } from './commands.ts'
import type { ShellAction } from './commands.ts'
import { matchScore } from './match.ts'
import { placesFor } from './navigation.ts'

export type Target = { readonly to: string } | { readonly action: ShellAction; readonly client?: PickedClient }

export interface Found {
  readonly key: string
  readonly icon: Icon
  readonly label: string
  readonly note: string
  readonly target: Target
}

export interface Section {
  readonly title: string
  readonly items: readonly Found[]
}

/** Whole keys, then what is called just so, then what was found by a part, then what merely goes by another name. */
const WEIGHT = { exact: 9, called: 5, part: 3, other: 1 } as const
const CALLED_SO = 6

interface Weighed extends Found {
  readonly section: string
  readonly weight: number
}

/** Everything that answers what was typed; with nothing typed, what one looked at last and what there is. */
export function useFound(typed: string) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const may = useMay()
  const recents = useRecents(me.user.id)
  const text = typed.trim()
  const payFor = payingFor(text, t`pay take receive`)
  const wanted = latinDigits(payFor ?? text)
  const [asked] = useDebouncedValue(wanted, 110)
  const query = { q: asked.slice(0, 100), limit: 14 }
  const { data, isFetching, isError } = api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query } },
    { enabled: asked !== '', placeholderData: (before) => before, staleTime: 5000, retry: false },
  )
  const drawer = useOwnDrawer()

  const kinds: Record<string, { section: string; icon: Icon; to: (id: number, clientId: number | null) => string }> = {
    client: { section: t`Clients`, icon: IconUser, to: (id) => `/clients/${id}` },
    subscription: { section: t`Lines`, icon: IconRouter, to: (_id, clientId) => `/clients/${clientId}` },
    invoice: { section: t`Invoices`, icon: IconFileInvoice, to: (id) => `/invoices/${id}` },
    payment: { section: t`Payments`, icon: IconCoins, to: (id) => `/payments/${id}` },
    onu: { section: t`ONUs`, icon: IconTopologyStar3, to: (id) => `/onus/${id}` },
  }
  const hits = wanted === '' ? [] : (data?.items ?? [])
  const isBusy = wanted !== '' && (isFetching || asked !== wanted)

  const commandsCalled = (name: string): Weighed[] =>
    commandsFor(me.permissions).flatMap(({ key, label, words, icon, does, keys = '' }) => {
      const called = i18n._(label)
      const weight = weightOf(called, i18n._(words), name)
      const target: Target | null = 'own' in does ? (drawer === undefined ? null : { to: `/wallets/${drawer.id}` }) : does
      return weight === 0 || target === null ? [] : [{ key, section: t`Do`, icon, label: called, note: keys, target, weight }]
    })

  if (payFor !== null && may('payment.take')) {
    const payers = hits
      .filter(({ type }) => type === 'client')
      .map(({ id, title, subtitle }): Found => {
        const client: PickedClient = { id, title, subtitle }
        return { key: `pay${id}`, icon: IconCash, label: title, note: subtitle, target: { action: 'take_payment', client } }
      })
    // "take a payment" is a command, "take rahim" a person.
    const called = commandsCalled(latinDigits(text))
    return {
      sections: [{ title: t`Take a payment from`, items: payers }, ...sectionsOf(called, true)].filter(({ items }) => items.length > 0),
      wanted,
      isBusy,
      isError,
    }
  }

  const records = hits.flatMap(({ type, id, client_id, title, subtitle, is_exact }): Weighed[] => {
    const kind = kinds[type]
    if (kind === undefined) return []
    const weight = is_exact ? WEIGHT.exact : WEIGHT.part
    return [{ key: `${type}${id}`, section: kind.section, icon: kind.icon, label: title, note: subtitle, target: { to: kind.to(id, client_id) }, weight }]
  })
  const commands = commandsCalled(wanted)
  const pages = placesFor(me.permissions).flatMap((group) =>
    group.places.flatMap(({ section, to, label, icon, inside = [] }): Weighed[] => {
      const place = i18n._(label)
      const own = { key: section, section: t`Pages`, icon, label: place, note: '', target: { to }, weight: weightOf(place, '', wanted) }
      const inner = inside
        .filter((page) => page.to !== section)
        .map((page) => ({
          key: page.to,
          section: t`Pages`,
          icon,
          label: i18n._(page.label),
          note: place,
          target: { to: page.to },
          weight: weightOf(i18n._(page.label), place, wanted),
        }))
      return [own, ...inner].filter(({ weight }) => weight > 0)
    }),
  )
  const last = recents
    .map(
      ({ to, label }): Weighed => ({ key: `recent${to}`, section: t`Looked at last`, icon: IconClock, label, note: '', target: { to }, weight: WEIGHT.exact }),
    )
    .filter(({ label, target }) => wanted === '' || (matchScore(label, wanted) > 0 && !records.some((hit) => same(hit.target, target))))
  const all =
    wanted === '' ? [...last, ...commands, ...pages] : [...records, ...last.map((item) => ({ ...item, weight: WEIGHT.called })), ...commands, ...pages]
  return { sections: sectionsOf(all, wanted === ''), wanted, isBusy, isError }
}

const same = (a: Target, b: Target): boolean => 'to' in a && 'to' in b && a.to === b.to

function weightOf(name: string, otherNames: string, wanted: string): number {
  const score = matchScore(name, wanted)
  if (wanted === '' || score >= CALLED_SO) return WEIGHT.called
  return score > 0 || matchScore(otherNames, wanted) > 0 ? WEIGHT.other : 0
}

/** "pay rahim": whom the money is to be taken from. Null where nothing of the kind was typed. */
function payingFor(text: string, verbs: string): string | null {
  const [first = '', ...rest] = text.split(/\s+/)
  return rest.length > 0 && [...verbs.split(' '), 'pay'].includes(first.toLowerCase()) ? rest.join(' ') : null
}

/** The kinds in the order of the best of each; within a kind the order stays. */
function sectionsOf(items: readonly Weighed[], isKept: boolean): Section[] {
  const titles = [...new Set(items.map(({ section }) => section))]
  const best = (title: string) => Math.max(...items.filter(({ section }) => section === title).map(({ weight }) => weight))
  const ordered = isKept ? titles : titles.toSorted((a, b) => best(b) - best(a))
  return ordered.map((title) => ({ title, items: items.filter(({ section }) => section === title).toSorted((a, b) => (isKept ? 0 : b.weight - a.weight)) }))
}

/** The drawer of the person at the screen, where he has one. */
export function useOwnDrawer() {
  const me = useMe()
  const may = useMay()
  const { data } = api.useQuery(
    'get',
    '/api/v1/wallets',
    { params: { query: { limit: 200, is_active: true, kind: 'drawer' } } },
    { enabled: may('wallet.view_own'), staleTime: 60_000 },
  )
  return data?.items.find(({ owner_user_id }) => owner_user_id === me.user.id)
}
