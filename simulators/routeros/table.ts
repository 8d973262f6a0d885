import { badValue, noSuchItem, Refusal, unknownParameter } from './refusal.ts'

export interface Item {
  /** Printed as `*1F`. */
  id: number
  readonly values: Map<string, string>
  /** Made by the router itself, e.g. for a session; nobody may change it. */
  readonly isDynamic: boolean
}

export interface Column {
  readonly name: string
  /** What a new row has; without it the column is not printed until it is set. */
  readonly initial?: string
  /** Gives the value as it is stored. @throws Refusal. */
  readonly check?: (value: string, name: string) => string
  readonly isReadOnly?: boolean
  /** Hidden from users without the policy "sensitive". */
  readonly isSensitive?: boolean
  /** What is printed is found out when it is asked for. */
  readonly live?: (item: Item) => string | undefined
}

export interface TableRules {
  readonly path: string
  readonly columns: readonly Column[]
  /** The column by which a row may be called instead of its id. */
  readonly key?: string
  /** Said when the key is taken; without it a key may repeat. */
  readonly duplicate?: string
  readonly required?: readonly string[]
  /** Rows can neither be added nor removed by hand. */
  readonly isFixed?: boolean
  /** @throws Refusal where a row may not go. */
  readonly beforeRemove?: (item: Item) => void
}

export type Change = 'added' | 'changed' | 'removed'
type Listener = (change: Change, item: Item) => void

export type Table = ReturnType<typeof createTable>

/** One menu of the router with its rows; what users do goes through `addByHand` and `setByHand`, what the router does through `insert` and `put`. */
export function createTable(rules: TableRules) {
  const columns = new Map(rules.columns.map((column) => [column.name, column]))
  let items = new Map<number, Item>()
  const byKey = new Map<string, Set<Item>>()
  const listeners = new Set<Listener>()
  let lastId = 0

  const keyOf = (item: Item): string | undefined => (rules.key === undefined ? undefined : item.values.get(rules.key))
  const tell = (change: Change, item: Item): void => {
    for (const listener of [...listeners]) listener(change, item)
  }
  function index(item: Item): void {
    const key = keyOf(item)
    if (key === undefined) return
    const same = byKey.get(key) ?? new Set()
    byKey.set(key, same.add(item))
  }
  function unindex(item: Item): void {
    const same = byKey.get(keyOf(item) ?? '')
    same?.delete(item)
    if (same?.size === 0) byKey.delete(keyOf(item) ?? '')
  }

  function insert(values: Readonly<Record<string, string>>, { isDynamic = false } = {}): Item {
    const item: Item = { id: (lastId += 1), values: new Map(Object.entries(values)), isDynamic }
    for (const { name, initial } of rules.columns) if (initial !== undefined && !item.values.has(name)) item.values.set(name, initial)
    items.set(item.id, item)
    index(item)
    tell('added', item)
    return item
  }
  function put(item: Item, values: Readonly<Record<string, string>>): void {
    unindex(item)
    for (const [name, value] of Object.entries(values)) item.values.set(name, value)
    index(item)
    tell('changed', item)
  }
  function remove(item: Item): void {
    if (items.get(item.id) !== item) return
    items.delete(item.id)
    unindex(item)
    tell('removed', item)
  }

  /** @throws Refusal on a name that is not to be written or a value that is none. */
  function checked(given: ReadonlyMap<string, string>): Record<string, string> {
    const values: Record<string, string> = {}
    for (const [name, value] of given) {
      const column = columns.get(name)
      if (column === undefined || column.isReadOnly || column.live !== undefined) throw unknownParameter()
      values[name] = column.check?.(value, name) ?? value
    }
    return values
  }
  function refuseDuplicate(values: Readonly<Record<string, string>>, self: Item | null): void {
    const key = rules.key === undefined ? undefined : values[rules.key]
    if (rules.duplicate === undefined || key === undefined) return
    for (const other of byKey.get(key) ?? []) if (other !== self) throw new Refusal(rules.duplicate)
  }
  const refuseDynamic = (item: Item): void => {
    if (item.isDynamic) throw new Refusal('can not change dynamic object')
  }

  return {
    rules,
    insert,
    put,
    remove,
    addByHand(given: ReadonlyMap<string, string>, { allowsDuplicate = false } = {}): Item {
      if (rules.isFixed) throw new Refusal('no such command', 0)
      const values = checked(given)
      const missing = rules.required?.find((name) => (values[name] ?? '') === '')
      if (missing !== undefined) throw new Refusal(`missing value(s) of argument(s) ${missing}`, 0)
      if (!allowsDuplicate) refuseDuplicate(values, null)
      return insert(values)
    },
    /** `!name` unsets a property. */
    setByHand(item: Item, given: ReadonlyMap<string, string>): void {
      refuseDynamic(item)
      const unset = [...given.keys()].filter((name) => name.startsWith('!')).map((name) => name.slice(1))
      for (const name of unset) if (!columns.has(name)) throw unknownParameter()
      const values = checked(new Map([...given].filter(([name]) => !name.startsWith('!'))))
      refuseDuplicate(values, item)
      for (const name of unset) {
        const initial = columns.get(name)?.initial
        if (initial === undefined) item.values.delete(name)
        else item.values.set(name, initial)
      }
      put(item, values)
    },
    removeByHand(item: Item): void {
      if (rules.isFixed) throw new Refusal('no such command', 0)
      rules.beforeRemove?.(item)
      remove(item)
    },
    get size() {
      return items.size
    },
    all: (): Iterable<Item> => items.values(),
    named: (key: string): Item | undefined => byKey.get(key)?.values().next().value,
    /** By `*1F` or by name. @throws Refusal "no such item". */
    resolve(number: string): Item {
      const item = /^\*[0-9a-f]+$/i.test(number) ? items.get(Number.parseInt(number.slice(1), 16)) : byKey.get(number)?.values().next().value
      if (item === undefined) throw noSuchItem()
      return item
    },
    valueOf: (item: Item, name: string): string | undefined => {
      if (name === '.id') return idOf(item)
      const column = columns.get(name)
      if (column?.live !== undefined) return column.live(item)
      return columns.has(name) || name === 'dynamic' ? item.values.get(name) : undefined
    },
    /** The properties of a row in the order of the menu. */
    print(item: Item, { seesSecrets = true } = {}): [string, string][] {
      const printed: [string, string][] = [['.id', idOf(item)]]
      for (const { name, live, isSensitive } of rules.columns) {
        const value = live === undefined ? item.values.get(name) : live(item)
        if (value !== undefined && (seesSecrets || !isSensitive)) printed.push([name, value])
      }
      return printed
    },
    listen(listener: Listener): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** As after a backup was restored: the same rows, other numbers. */
    renumber(): void {
      const rows = [...items.values()]
      items = new Map()
      lastId += 100
      for (const item of rows) {
        item.id = lastId += 1
        items.set(item.id, item)
      }
    },
  }
}

export const idOf = (item: Item): string => `*${item.id.toString(16).toUpperCase()}`

/** Checks of single values; each gives the value as a router stores it. */
export const checks = {
  flag: (value: string, name: string): string => {
    if (value === 'yes' || value === 'true') return 'true'
    if (value === 'no' || value === 'false') return 'false'
    throw badValue(name)
  },
  number: (value: string, name: string): string => {
    if (!/^\d+$/.test(value)) throw badValue(name)
    return value
  },
  oneOf:
    (...allowed: readonly string[]) =>
    (value: string, name: string): string => {
      if (!allowed.includes(value)) throw new Refusal(`input does not match any value of ${name}`, 1)
      return value
    },
  /** Written as numbers, however it was given: 10M/10M becomes 10000000/10000000. */
  rates: (value: string, name: string): string => {
    const parts = value.split('/').map((part) => /^(\d+)([kMG]?)$/.exec(part))
    if (parts.length > 2) throw badValue(name)
    const numbers = parts.map((part) => {
      if (part === null) throw badValue(name)
      return BigInt(part[1] ?? '0') * ({ '': 1n, k: 1_000n, M: 1_000_000n, G: 1_000_000_000n }[part[2] ?? ''] ?? 1n)
    })
    return `${numbers[0]}/${numbers[1] ?? numbers[0]}`
  },
} as const
