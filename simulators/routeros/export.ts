import type { State } from './state.ts'
import type { Item, Table } from './table.ts'

/** What differs from a row nobody changed, as `/export` writes it. */
function line(table: Table, item: Item, isAdded: boolean): string | null {
  const given = table.rules.columns.flatMap(({ name, initial, isReadOnly, live }) => {
    const value = item.values.get(name)
    const isOwn = value !== undefined && value !== initial && !isReadOnly && live === undefined
    return isOwn && (isAdded || name !== table.rules.key) ? [`${name}=${quoted(name === 'disabled' ? 'yes' : value)}`] : []
  })
  if (isAdded) return `add ${given.join(' ')}`
  return given.length === 0 ? null : `set ${quoted(item.values.get('name') ?? '')} ${given.join(' ')}`
}

const quoted = (value: string): string => (/^[\w.,:/<>+-]+$/.test(value) ? value : `"${value.replaceAll(/["\\$]/g, '\\$&')}"`)

export function exportText(state: State): string {
  const { tables } = state
  const lines = [
    `# ${state.date(state.nowMs())} ${state.time(state.nowMs())} by RouterOS ${state.traits.version.split(' ')[0]}`,
    '# software id = SIMU-LATE',
    '#',
  ]
  for (const table of [tables.pools, tables.profiles, tables.queues, tables.addressLists, tables.services, tables.secrets]) {
    const rows = [...table.all()]
      .filter(({ isDynamic }) => !isDynamic)
      .map((item) => line(table, item, !table.rules.isFixed && item.values.get('default') !== 'true'))
      .filter((text) => text !== null)
    if (rows.length > 0) lines.push(table.rules.path.replaceAll('/', ' ').replace(' ', '/'), ...rows)
  }
  if (state.usesRadius) lines.push('/ppp aaa', 'set use-radius=yes')
  lines.push('/system identity', `set name=${quoted(state.identity)}`, '')
  return lines.join('\r\n')
}
