import { describe, expect, test } from 'vitest'
import { createDialogue } from './dialogue.ts'
import type { Dialogue, SentLine, Words } from './dialogue.ts'

const WORDS: Words = {
  waiting: '[waits]',
  running: '[typed]',
  cut: '[cut]',
  notWhole: '[not whole]',
  unsure: '[unsure]',
  notTyped: '[not typed]',
  newSession: '[new session]',
  cannotTakeBack: '[not to be had back]',
  really: '[really]',
  notDone: '[not done]',
  dropped: (count) => `[dropped ${count}]`,
}
const sentLine = (id: number, line: string, rest: Partial<SentLine> = {}): SentLine => ({
  id,
  console_id: 1,
  line,
  confirm: null,
  state: 'waiting',
  answer: null,
  is_cut: false,
  is_whole: null,
  prompt: null,
  question: null,
  refusal: null,
  advice: null,
  message: null,
  ...rest,
})

/** The commands that the dialogue itself gives a terminal, and letters. */
const PIECES = new RegExp(String.raw`${String.fromCharCode(27)}\[(\d*)([A-Za-z])|[\s\S]`, 'gu')

/** A terminal of 40 cells a row on which only its last row is drawn again, as the dialogue does it. */
function aTerminal({
  name = 'OLT Mirpur',
  unfinished,
  columns = 40,
  refuses = /^reboot/,
}: {
  name?: string
  unfinished?: SentLine
  columns?: number
  refuses?: RegExp
} = {}) {
  const rows: string[][] = [[]]
  let [row, column] = [0, 0]
  const sent: { id: number; line: string; confirm: string | null; standsAt: string | null }[] = []
  const put = (letter: string): void => {
    if (column === columns) {
      row += 1
      column = 0
    }
    rows[row] ??= []
    const cells = rows[row] as string[]
    while (cells.length < column) cells.push(' ')
    cells[column] = letter
    column += 1
  }
  const write = async (text: string): Promise<void> => {
    for (const [piece, number = '', command] of text.matchAll(PIECES)) {
      const n = Number(number === '' ? 1 : number)
      if (command === 'A') row -= n
      else if (command === 'C') column += n
      else if (command === 'J') rows.splice(row, rows.length, (rows[row] ?? []).slice(0, column))
      else if (command === 'K') rows[row] = []
      else if (command === 'm') continue
      else if (piece === '\r') column = 0
      else if (piece === '\n') {
        row += 1
        rows[row] ??= []
      } else put(piece)
    }
    await Promise.resolve()
  }
  const dialogue: Dialogue = createDialogue({
    screen: { write, columns: () => columns, column: () => column, clear: () => rows.splice(0, row) },
    name,
    words: () => WORDS,
    history: () => ['show before'],
    unfinished,
    send: async (line, confirm, standsAt) => {
      await Promise.resolve()
      if (refuses.test(line)) return { refusal: 'You may only look' }
      const id = sent.length + 1
      sent.push({ id, line, confirm, standsAt })
      return { line: sentLine(id, line, { confirm }) }
    },
  })
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 300; turn += 1) await Promise.resolve()
  }
  return {
    sent,
    type: async (text: string) => {
      dialogue.type(text)
      await settled()
    },
    hear: async (id: number, rest: Partial<SentLine>) => {
      dialogue.hear([
        sentLine(id, sent[id - 1]?.line ?? '', { confirm: sent[id - 1]?.confirm ?? null, state: 'done', is_whole: true, prompt: 'olt#', ...rest }),
      ])
      await settled()
    },
    forget: async () => {
      dialogue.forget()
      await settled()
    },
    shown: () => rows.map((cells) => cells.join('').trimEnd()),
    last: () => (rows.at(-1) ?? []).join('').trimEnd(),
    cursor: () => [row, column],
    settled,
  }
}

describe('a line', () => {
  test('waits, is typed and answered, and the prompt says where the session stands', async () => {
    const terminal = aTerminal()
    await terminal.type('show version')
    expect(terminal.last()).toBe('OLT Mirpur > show version')
    await terminal.type('\r')
    expect(terminal.last()).toBe('[waits]')
    await terminal.hear(1, { state: 'running' })
    expect(terminal.last()).toBe('[typed]')
    await terminal.hear(1, { answer: 'V1600G\nfirmware 2', prompt: 'olt(config)#' })
    expect(terminal.shown().slice(-3)).toEqual(['V1600G', 'firmware 2', 'OLT Mirpur olt(config)#'])
    await terminal.type('\u0015exit\r')
    await terminal.hear(2, {})
    // The prompt that was seen goes with the line.
    expect(terminal.sent.map(({ standsAt }) => standsAt)).toEqual([null, 'olt(config)#'])
    await terminal.forget()
    expect(terminal.last()).toBe('OLT Mirpur >')
  })

  test('is asked for under no name whose letters a terminal cannot draw', async () => {
    const terminal = aTerminal({ name: 'POP মিরপুর ১০' })
    await terminal.type('show')
    expect(terminal.last()).toBe('OLT > show')
  })

  test('steers nothing with its answer', async () => {
    const terminal = aTerminal()
    await terminal.type('show version\r')
    await terminal.hear(1, { answer: 'a\u001b[2J\u001b]0;x\u0007b' })
    expect(terminal.shown().slice(-2)).toEqual(['ab', 'OLT Mirpur olt#'])
  })

  test('longer than a row is drawn over several and edited there', async () => {
    const terminal = aTerminal()
    await terminal.type(`show ${'x'.repeat(60)}`)
    expect(terminal.shown()).toEqual([`OLT Mirpur > show ${'x'.repeat(22)}`, 'x'.repeat(38)])
    await terminal.type('\u0001y')
    expect(terminal.shown()[0]).toBe(`OLT Mirpur > yshow ${'x'.repeat(21)}`)
    expect(terminal.cursor()).toEqual([0, 14])
    await terminal.type('\u0005\u0015')
    expect(terminal.shown()).toEqual(['OLT Mirpur >'])
    await terminal.type('x'.repeat(27))
    expect(terminal.cursor()).toEqual([1, 0])
    await terminal.type('\r')
    await terminal.hear(1, { answer: 'said' })
    expect(terminal.shown().slice(-2)).toEqual(['said', 'OLT Mirpur olt#'])
  })

  test('that is refused is told with the reason, and is in the history', async () => {
    const terminal = aTerminal()
    await terminal.type('reboot\r')
    expect(terminal.shown().slice(-2)).toEqual(['You may only look', 'OLT Mirpur >'])
    await terminal.type('\u001b[A')
    expect(terminal.last()).toBe('OLT Mirpur > reboot')
    await terminal.type('\u001b[A')
    expect(terminal.last()).toBe('OLT Mirpur > show before')
    await terminal.type('\u0003')
    expect(terminal.last()).toBe('OLT Mirpur >')
    expect(terminal.sent).toEqual([])
  })

  test('of before that still waits is gone on with', async () => {
    const terminal = aTerminal({ unfinished: sentLine(9, 'show onu') })
    await terminal.settled()
    expect(terminal.shown()).toEqual(['OLT Mirpur > show onu', '[waits]'])
    await terminal.hear(9, { answer: 'said' })
    expect(terminal.shown()).toEqual(['OLT Mirpur > show onu', 'said', 'OLT Mirpur olt#'])
  })

  test('in another session than the one before says so', async () => {
    const terminal = aTerminal()
    await terminal.type('a\r')
    await terminal.hear(1, {})
    await terminal.type('b\r')
    await terminal.hear(2, { console_id: 2 })
    expect(terminal.shown().slice(-2)).toEqual(['[new session]', 'OLT Mirpur olt#'])
  })
})

describe('several pasted lines', () => {
  test('go one after the other', async () => {
    const terminal = aTerminal()
    await terminal.type('one\rtwo\r\nthree')
    expect(terminal.sent.map(({ line }) => line)).toEqual(['one'])
    await terminal.hear(1, { answer: '1' })
    expect(terminal.sent.map(({ line }) => line)).toEqual(['one', 'two'])
    await terminal.hear(2, { answer: '2' })
    expect(terminal.last()).toBe('OLT Mirpur olt# three')
  })

  test.each([
    ['refused by the OLT', { refusal: '% Unknown command' }],
    ['that hangs', { is_whole: false }],
    ['that was not typed', { state: 'failed' }],
    ['nobody is certain of', { state: 'unsure' }],
    ['that is asked something', { question: 'Are you sure? (y/n)' }],
  ] as const)('end at one %s', async (_what, rest) => {
    const terminal = aTerminal()
    await terminal.type('one\ryes\rthree\r')
    await terminal.hear(1, rest)
    expect(terminal.shown().at(-2)).toBe('[dropped 2]')
    await terminal.type('\u0003')
    expect(terminal.sent.map(({ line }) => line)).toEqual(['one'])
  })

  test('end at one that the server refuses, and at Ctrl-C', async () => {
    const terminal = aTerminal()
    await terminal.type('reboot\rtwo\r')
    expect(terminal.shown().slice(-3)).toEqual(['You may only look', '[dropped 1]', 'OLT Mirpur >'])
    await terminal.type('one\rtwo\r')
    await terminal.type('\u0003')
    expect(terminal.shown().slice(-2)).toEqual(['[not to be had back]', '[waits]'])
    await terminal.hear(1, { answer: '1' })
    expect(terminal.last()).toBe('OLT Mirpur olt#')
    expect(terminal.sent.map(({ line }) => line)).toEqual(['one'])
  })
})

describe('what the OLT asks', () => {
  test('is said yes to only by who types yes, in the word it wants', async () => {
    const terminal = aTerminal()
    await terminal.type('restart 1\r')
    await terminal.hear(1, { question: 'Confirm to restart? [yes/no]:' })
    expect(terminal.shown().slice(-2)).toEqual(['Confirm to restart? [yes/no]:', '[really]'])
    await terminal.type('yes\r')
    expect(terminal.sent).toMatchObject([{ confirm: null }, { line: 'restart 1', confirm: 'yes' }])
    await terminal.hear(2, { question: 'Confirm to restart? [yes/no]:', answer: 'done' })
    expect(terminal.last()).toBe('OLT Mirpur olt#')
  })

  test('stays no otherwise', async () => {
    const terminal = aTerminal()
    await terminal.type('restart 1\r')
    await terminal.hear(1, { question: 'Are you sure? (y/n)[n]:' })
    await terminal.type('y\r')
    expect(terminal.shown().slice(-2)).toEqual(['[not done]', 'OLT Mirpur olt#'])
    expect(terminal.sent).toHaveLength(1)
  })
})
