import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A rule of docs/CONTRIBUTING that a search can hold; what a compiler or linter can hold is theirs. */
export interface HouseRule {
  readonly name: string
  /** Files it is about. */
  readonly files: RegExp
  /** What a line must not hold. */
  readonly pattern: RegExp
  /** Files where it is right, with the reason beside each. */
  readonly except: readonly RegExp[]
  readonly advice: string
}

const CODE = /^(server|simulators|tools|bench|tests)\/.*\.ts$/
const TESTS = /\.test\.ts$|^tests\/|^server\/testing\//

export const rules: readonly HouseRule[] = [
  {
    name: 'no-date',
    files: CODE,
    pattern: /\bnew Date\b|\bDate\.(now|parse|UTC)\b/,
    except: [/^tools\/house-rules/],
    advice: 'take the time from the clock that is passed in, as Temporal',
  },
  {
    name: 'no-hidden-clock',
    files: /^server\/(modules|kernel)\/.*\.ts$/,
    pattern: /\bTemporal\.Now\b|\bcurrent_(date|timestamp)\b|(?<![.\w])now\(\)/,
    except: [TESTS, /^server\/kernel\/clock\.ts$/],
    advice: 'take the time from tx.now or database.clock, and bind it in SQL',
  },
  {
    name: 'money-is-not-a-float',
    files: /^server\/(modules|kernel)\/.*\.ts$/,
    pattern:
      /\bparseFloat\b|\.toFixed\(|\bMath\.(round|floor|ceil|trunc)\([^)]*(minor|amount|price|total|vat|Minor)|Number\([^)]*[mM]inor[^)]*\)\s*[*/]|::(float|real|double precision)/,
    // Volts, degrees and milliamperes are no money.
    except: [TESTS, /^server\/modules\/(network\/onus\/poll|map)\//],
    advice: 'money is bigint minor units; divide and round with kernel/money.ts',
  },
  {
    name: 'sql-lives-in-stores',
    files: /^server\/modules\/.*\.ts$/,
    pattern: /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/,
    // Fragments that the store of a list puts together: one line for each filter and each order.
    except: [TESTS, /store\.ts$/, /\.sql\.ts$/, /\/list\/(filter|sorts)\.ts$/],
    advice: 'move it into a named function of the store',
  },
  {
    name: 'no-leftovers',
    files: /^(server|simulators|tools|bench|tests|web\/src|bin)\/.*\.(ts|tsx|mjs)$/,
    pattern: /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)|\b(test|it|describe)\.(only|todo)\(/,
    except: [/^tools\/house-rules/],
    advice: 'finish it, or open an issue',
  },
  {
    name: 'no-console',
    files: /^(server|simulators|web\/src)\/.*\.tsx?$/,
    pattern: /\bconsole\.\w+\(/,
    except: [],
    advice: 'log through the logger, which strikes out secrets',
  },
]

const MOST_LINES = 400
const GENERATED = /\.gen\.ts$|\.d\.ts$|\/fixtures\/|^node_modules\//

export interface Source {
  readonly path: string
  readonly text: string
}

/** Every breach, as `file:line rule: advice`. */
export function breaches({ path, text }: Source): string[] {
  if (GENERATED.test(path)) return []
  const lines = text.split('\n')
  const found = rules
    .filter(({ files, except }) => files.test(path) && !except.some((pattern) => pattern.test(path)))
    .flatMap(({ name, pattern, advice }) =>
      lines.flatMap((line, index) => (pattern.test(withoutComment(line)) ? [`${path}:${index + 1} ${name}: ${advice}`] : [])),
    )
  return lines.length > MOST_LINES + 1 ? [...found, `${path} file-length: ${lines.length - 1} lines, at most ${MOST_LINES}`] : found
}

/** A comment may speak of what the code must not do; leftovers are looked for in comments too, so their marks stay. */
function withoutComment(line: string): string {
  if (/\b(TODO|FIXME|XXX|HACK)\b|@ts-/.test(line)) return line
  return /^\s*(\*|\/\/|\/\*)/.test(line) ? '' : line.replace(/(?<![:'"`])\/\/.*$/, '')
}

export function readSources(root: string): Source[] {
  return ['server', 'simulators', 'tools', 'bench', 'tests', 'web/src', 'bin'].flatMap((folder) => {
    let names: string[]
    try {
      names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    } catch {
      return [] // A part of the program that does not exist yet.
    }
    return names
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))
  })
}
