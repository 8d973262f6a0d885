import { Refusal } from './refusal.ts'

/** The value of a property of the row in question; undefined where the row has none. */
type ValueOf = (name: string) => string | undefined

/**
 * Whether a row passes the query words (help.mikrotik.com, "API", Queries). Below the stack lie infinitely many *true*, so a word that pops
 * more than was pushed finds one, and a row passes when no *false* is left.
 */
export function passes(queries: readonly string[], lookUp: ValueOf): boolean {
  let stack: boolean[] = []
  const pop = (): boolean => stack.pop() ?? true
  for (const query of queries) {
    if (query.startsWith('?#')) stack = operate(stack, query.slice(2), pop)
    else stack.push(test(query.slice(1), lookUp))
  }
  return !stack.includes(false)
}

function test(query: string, lookUp: ValueOf): boolean {
  const operator = '-=<>'.includes(query[0] ?? '.') ? query[0] : ''
  const rest = query.slice(operator === '' ? 0 : 1)
  const split = rest.indexOf('=')
  if (operator === '-') return lookUp(rest) === undefined
  if (split < 0) {
    if (operator === '<' || operator === '>') throw new Refusal('invalid query word', 5)
    return lookUp(rest) !== undefined
  }
  const [name, wanted] = [rest.slice(0, split), rest.slice(split + 1)]
  const value = lookUp(name)
  if (value === undefined) return false
  const order = compare(value, wanted)
  if (operator === '<') return order < 0
  return operator === '>' ? order > 0 : order === 0
}

const FLAGS: Readonly<Record<string, string>> = { yes: 'true', no: 'false' }

/** Whole numbers by their size, addresses by theirs, anything else by its bytes. */
function compare(a: string, b: string): number {
  const [left, right] = [sortable(FLAGS[a] ?? a), sortable(FLAGS[b] ?? b)]
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : Number(left > right)
  const [x, y] = [String(a), String(b)].map((text) => FLAGS[text] ?? text) as [string, string]
  return x < y ? -1 : Number(x > y)
}

function sortable(text: string): bigint | string {
  if (/^-?\d+$/.test(text)) return BigInt(text)
  const address = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  return address === null ? text : address.slice(1).reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

/** Left to right: `!` `&` `|` on the top, a number copies that value to the top (at the end: keeps it alone), `.` copies the top or does nothing. */
function operate(stack: boolean[], operations: string, pop: () => boolean): boolean[] {
  for (let at = 0; at < operations.length; ) {
    const digits = /^\d+/.exec(operations.slice(at))?.[0]
    if (digits !== undefined) {
      const value = stack[stack.length - 1 - Number(digits)] ?? true
      at += digits.length
      if (at >= operations.length) return [value]
      stack.push(value)
      if (operations[at] === '.') at += 1
      continue
    }
    const operation = operations[at++]
    if (operation === '!') stack.push(!pop())
    else if (operation === '.') stack.push(stack.at(-1) ?? true)
    else if (operation === '&' || operation === '|') {
      const [top, below] = [pop(), pop()]
      stack.push(operation === '&' ? top && below : top || below)
    } else throw new Refusal(`unknown query operation ${operation ?? ''}`, 5)
  }
  return stack
}
