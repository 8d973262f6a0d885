import { refuseReaders } from './call.ts'
import type { Call, Command, Inside, Outcome } from './call.ts'
import { passes } from './query.ts'
import { noSuchItem, Refusal, unknownParameter } from './refusal.ts'
import { idOf } from './table.ts'
import type { Item, Table } from './table.ts'

const PRINT_ARGUMENTS = new Set(['.proplist', 'count-only', 'detail', 'stats', 'without-paging', 'terse', 'brief'])

/** The commands every menu has. */
export const tableCommands: Readonly<Record<string, (table: Table) => Command>> = {
  print: (table) => (call, inside) => print(table, call, inside),
  getall: (table) => (call, inside) => print(table, call, inside),
  listen: (table) => async (call) => {
    const seesSecrets = call.user.group !== 'read'
    const wanted = proplist(call)
    const stop = table.listen((change, item) => {
      if (change === 'removed')
        call.row([
          ['.id', idOf(item)],
          ['.dead', 'yes'],
        ])
      else call.row(table.print(item, { seesSecrets }).filter(([name]) => wanted === null || wanted.has(name)))
    })
    await call.cancelled
    stop()
    return {}
  },
  add: (table) => (call, inside) => {
    refuseReaders(call)
    return write(inside, () => ({ ret: idOf(table.addByHand(call.attributes, { allowsDuplicate: inside.faults.allowsDuplicateNames })) }))
  },
  set: (table) => (call, inside) => {
    const { numbers, rest } = target(call)
    return forEach(table, numbers, call, inside, (item) => table.setByHand(item, rest))
  },
  unset: (table) => (call, inside) => {
    const { numbers, rest } = target(call)
    const unset = new Map([[`!${rest.get('value-name') ?? ''}`, '']])
    return forEach(table, numbers, call, inside, (item) => table.setByHand(item, unset))
  },
  remove: (table) => (call, inside) =>
    forEach(table, target(call).numbers, call, inside, (item) => {
      const session = table.rules.path === '/ppp/active' ? inside.state.byRow.get(item) : undefined
      if (session === undefined) table.removeByHand(item)
      else inside.subscribers.kicked(session)
    }),
  enable: (table) => (call, inside) => forEach(table, target(call).numbers, call, inside, (item) => table.setByHand(item, new Map([['disabled', 'no']]))),
  disable: (table) => (call, inside) => forEach(table, target(call).numbers, call, inside, (item) => table.setByHand(item, new Map([['disabled', 'yes']]))),
}

function print(table: Table, call: Call, { faults }: Inside): Outcome {
  for (const name of call.attributes.keys()) if (!PRINT_ARGUMENTS.has(name)) throw unknownParameter()
  const seesSecrets = call.user.group !== 'read'
  const wanted = proplist(call)
  let found = 0
  for (const item of table.all()) {
    if (call.queries.length > 0 && !passes(call.queries, (name) => table.valueOf(item, name))) continue
    if (faults.truncatePrintAt !== null && found >= faults.truncatePrintAt) break
    found += 1
    if (call.attributes.has('count-only')) continue
    const values = table.print(item, { seesSecrets })
    call.row(wanted === null ? values : values.filter(([name]) => wanted.has(name)))
  }
  return call.attributes.has('count-only') ? { ret: String(found) } : { isEmpty: found === 0 }
}

function proplist({ attributes }: Call): ReadonlySet<string> | null {
  const given = attributes.get('.proplist')
  return given === undefined || given === '' ? null : new Set(given.split(','))
}

function target({ attributes }: Call): { numbers: string[]; rest: ReadonlyMap<string, string> } {
  const rest = new Map(attributes)
  const given = rest.get('numbers') ?? rest.get('.id')
  rest.delete('numbers')
  rest.delete('.id')
  if (given === undefined || given === '') throw noSuchItem()
  return { numbers: given.split(','), rest }
}

/** Several rows in one command; what one that is gone does to the others is a fault to be chosen. */
function forEach(table: Table, numbers: readonly string[], call: Call, inside: Inside, change: (item: Item) => void): Outcome {
  refuseReaders(call)
  return write(inside, () => {
    const mode = inside.faults.whenOneIsGone
    const found = numbers.map((number) => {
      try {
        return table.resolve(number)
      } catch {
        return null // Told below, once it is known what happens to the others.
      }
    })
    const gone = found.indexOf(null)
    const changed = gone < 0 || mode === 'changes the others' ? found : mode === 'changes none' ? [] : found.slice(0, gone)
    for (const item of changed) if (item !== null) change(item)
    if (gone >= 0) throw noSuchItem()
    return {}
  })
}

/** The connection may be lost at a write, before or after it is done; nobody hears of it then. */
export class ConnectionLost extends Refusal {
  constructor() {
    super('the connection is reset')
  }
}

function write(inside: Inside, work: () => Outcome): Outcome {
  const drop = inside.faults.dropAtWrite
  if (drop === null || (drop.countdown -= 1) > 0) return work()
  inside.faults.dropAtWrite = null
  if (drop.isDone) work()
  throw new ConnectionLost()
}
