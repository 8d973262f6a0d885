import { DeviceRejected } from '../../../../kernel/device-errors.ts'
import { printable } from './text.ts'

/** The attributes of one sentence, in the order they came; a Map, because a router may send any name. */
export type Row = ReadonlyMap<string, string>

export interface Reply {
  /** `!re`, `!done`, `!trap`, `!empty`, `!fatal`, or one that newer versions know. */
  readonly kind: string
  /** Null where the reply belongs to no command in particular, as `!fatal` does. */
  readonly tag: string | null
  readonly attributes: Row
  /** Words that are no attributes; `!fatal` gives its reason as one. */
  readonly bare: readonly string[]
}

/** `=name=value` where the value may hold `=`; `.tag` may stand anywhere. */
export function parseReply([kind = '', ...words]: readonly string[]): Reply {
  const attributes = new Map<string, string>()
  const bare: string[] = []
  let tag: string | null = null
  for (const word of words) {
    if (word.startsWith('=')) {
      const split = word.indexOf('=', 1)
      if (split < 0) attributes.set(word.slice(1), '')
      else attributes.set(word.slice(1, split), word.slice(split + 1))
    } else if (word.startsWith('.tag=')) tag = word.slice('.tag='.length)
    else bare.push(word)
  }
  return { kind, tag, attributes, bare }
}

/** The categories of `!trap` (help.mikrotik.com, "API"): 0 missing item or command, 1 argument, 2 interrupted, 3 script, 4 general, 5 API, 6 TTY, 7 `:return`. */
export interface Trap {
  readonly category: number | null
  readonly message: string
}

export const parseTrap = (attributes: Row): Trap => {
  const category = attributes.get('category')
  return { category: category === undefined ? null : Number(category), message: attributes.get('message') ?? 'The router gave no reason' }
}

export type TrapKind = 'no_such_item' | 'already_exists' | 'no_such_command' | 'not_permitted' | 'interrupted' | 'other'

// Messages carry suffixes such as " (4)", and their case differs between versions.
const KINDS: readonly [RegExp, TrapKind][] = [
  [/no such item/i, 'no_such_item'],
  [/already exists|already have/i, 'already_exists'],
  [/no such command|unknown parameter/i, 'no_such_command'],
  [/not enough permissions|no permission/i, 'not_permitted'],
  [/^interrupted/i, 'interrupted'],
]

export const trapKind = ({ message, category }: Trap): TrapKind =>
  KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? (category === 2 ? 'interrupted' : 'other')

/** The router answered a command with one trap or several; all are kept. */
export class CommandTrapped extends DeviceRejected {
  readonly traps: readonly Trap[]

  constructor(command: string, traps: readonly Trap[]) {
    const messages = traps.map(({ message }) => printable(message))
    super(`The router refused ${command}: ${messages.join('; ')}`, messages)
    this.traps = traps
  }

  /** Whether every trap is of this kind; one of another kind is news. */
  is(kind: TrapKind): boolean {
    return this.traps.every((trap) => trapKind(trap) === kind)
  }
}
