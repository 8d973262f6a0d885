import { expect, test } from 'vitest'
import { oltOutputs } from '../../../testing/olt-outputs/index.ts'
import { findProfile } from './drivers/list.ts'
import { parseSaved } from './parse-output.ts'
import type { Parsed } from './parse/reading.ts'

const ESC = '\u001b'
const MORE = ' --More-- '

const parse = (profileId: string, command: string, text: string): Parsed => {
  const profile = findProfile(profileId)
  const found = profile?.commands[command]
  if (profile === null || found === undefined) throw new Error(`There is no ${profileId} ${command}`)
  return parseSaved(profile, found, text)
}
const eachLine =
  (change: (line: string, index: number) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line, index) => change(line.replace(/\r$/, ''), index) + (line.endsWith('\r') ? '\r' : ''))
      .join('\n')
/** Between two cells. */
const BETWEEN = / {3,}(?=\S)/g

/** As another terminal, another firmware or another way of saving has the same answer. Where the cursor is moved, columns are where they are. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'lines that end with LF': (text) => text.replaceAll('\r\n', '\n'),
  'lines that end with two CR and LF': (text) => text.replaceAll('\r\n', '\r\r\n'),
  'every line end twice': (text) => text.replaceAll('\r\n', '\r\n\r\n'),
  'a NUL before each line end': (text) => text.replaceAll('\r\n', '\0\r\n'),
  'blanks behind each line': (text) => text.replaceAll('\r\n', '   \r\n'),
  'lines that begin further in': eachLine((line) => (line.trim() === '' ? line : `  ${line}`)),
  'lines that begin at the edge': eachLine((line) => line.trimStart()),
  'narrow columns': eachLine((line) => line.replace(BETWEEN, '  ')),
  'wide columns': eachLine((line) => line.replace(BETWEEN, (blanks) => `${blanks}      `)),
  'tabs between columns': eachLine((line) => line.replace(BETWEEN, '\t')),
  colours: eachLine((line) => line.replace(/^(\s*)(\S+)/, `$1${ESC}[32m$2${ESC}[0m`)),
  'cells that are placed by the cursor': eachLine((line) => {
    if (!/\S {2,}\S/.test(line)) return line
    return [...line.matchAll(/(\s*)(\S+(?: \S+)*)/g)].map(({ index, 1: blanks = '', 2: cell = '' }) => `\r${placed(index + blanks.length)}${cell}`).join('')
  }),
  'a pager wiped by backspaces': eachLine((line, index) => (index % 2 === 0 ? line : `${MORE}${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}${line}`)),
  'a pager written over': eachLine((line, index) => (index % 2 === 0 ? line : `${MORE}\r${' '.repeat(10)}\r${line}`)),
  'nothing said as a dash': (text) => text.replace(/\bN\/A\b/g, '-'),
  'nothing said as two dashes': (text) => text.replace(/\bN\/A\b/g, '--'),
  'nothing said in small letters': (text) => text.replace(/\bN\/A\b/g, 'n/a'),
}
const placed = (column: number): string => (column === 0 ? '' : `${ESC}[${column}C`)

for (const [way, changed] of Object.entries(WAYS)) {
  test(`the same is read from ${way}`, () => {
    // A cursor or an end of line of its own would be moved with the rest.
    const plain = oltOutputs.filter(({ text }) => !text.includes(ESC) && !text.includes('\n\r') && !text.includes('\b'))
    const others = plain.filter(({ text }) => changed(text) !== text)
    expect(others.length).toBeGreaterThan(3)
    for (const { profile, command, text } of others) {
      const [usual, other] = [parse(profile, command, text), parse(profile, command, changed(text))]
      const what = `${profile} ${command}: ${JSON.stringify(changed(text))}`
      expect(other.kind, what).toBe('recognised')
      if (usual.kind === 'unrecognised' || other.kind === 'unrecognised') continue
      expect(blanksAlike(other.rows), what).toEqual(blanksAlike(usual.rows))
      expect([other.complete, other.evidence, other.rest], what).toEqual([usual.complete, usual.evidence, usual.rest])
    }
  })
}

/** In free text columns cannot be told from blanks. */
const blanksAlike = (rows: readonly object[]): unknown => JSON.parse(JSON.stringify(rows).replace(/(?:\\t|\s)+/g, ' '))
