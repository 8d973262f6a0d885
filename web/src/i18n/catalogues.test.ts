import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const WEB = join(import.meta.dirname, '..', '..')
const ROOT = join(WEB, '..')

interface Message {
  readonly id: string
  readonly text: string
}

/** The messages of a catalogue; entries are set apart by empty lines, long texts run over several quoted lines. */
function messagesOf(po: string): Message[] {
  const unquote = (part: string | undefined): string =>
    [...(part ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`) as string).join('')
  return po
    .split('\n\n')
    .map((entry) => /^msgid ((?:"(?:[^"\\]|\\.)*"\n?)+)msgstr ((?:"(?:[^"\\]|\\.)*"\n?)+)/m.exec(entry))
    .flatMap((match) => (match === null ? [] : [{ id: unquote(match[1]), text: unquote(match[2]) }]))
    .filter(({ id }) => id !== '')
}

const bangla = messagesOf(readFileSync(join(WEB, 'src/i18n/bn.po'), 'utf8'))
/** What opens a branch of a plural. */
const BRANCH = /\b(?:zero|one|two|few|many|other|=\d+) \{/g
/** `{name}` and `{name, plural, ...}`; the words of a plural's branches stand in braces too and are none. */
const placeholders = (text: string): string[] => [...new Set(text.replaceAll(BRANCH, '').match(/\{\w+(?=\s*[,}])/g) ?? [])].toSorted()

test('every text is in Bangla', () => {
  expect(bangla.length).toBeGreaterThan(400)
  expect(bangla.filter(({ text }) => text === '').map(({ id }) => id)).toEqual([])
})

test('no Bangla text lost a figure or a name of its English one', () => {
  const differing = bangla.filter(({ id, text }) => placeholders(id).join() !== placeholders(text).join())
  expect(differing).toEqual([])
})

test('the catalogues hold just the texts of the source; npm run web:texts renews them', () => {
  const copy = mkdtempSync(join(tmpdir(), 'lastmile-texts-'))
  try {
    cpSync(WEB, join(copy, 'web'), { recursive: true, filter: (path) => !path.startsWith(join(WEB, 'dist')) })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    const cli = join(ROOT, 'node_modules/@lingui/cli/dist/lingui.js')
    const run = spawnSync(process.execPath, [cli, 'extract', '--clean', '--config', 'web/lingui.config.ts'], { cwd: copy, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    const fresh = messagesOf(readFileSync(join(copy, 'web/src/i18n/bn.po'), 'utf8')).map(({ id }) => id)
    expect(bangla.map(({ id }) => id)).toEqual(fresh)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}, 60_000)
