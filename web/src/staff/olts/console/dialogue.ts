import { INTERRUPT, nextKey, NOTHING_TYPED, pressed } from './line-editor.ts'
import type { Key } from './line-editor.ts'
import { plainText } from './plain-text.ts'

/** A line as the server tells it. */
export interface SentLine {
  readonly id: number
  readonly console_id: number
  readonly line: string
  readonly confirm: string | null
  readonly state: 'waiting' | 'running' | 'done' | 'unsure' | 'failed'
  readonly answer: string | null
  readonly is_cut: boolean
  readonly is_whole: boolean | null
  readonly prompt: string | null
  readonly question: string | null
  readonly refusal: string | null
  readonly advice: string | null
  readonly message: string | null
}

/** Where the dialogue is shown. */
export interface Screen {
  write: (text: string) => Promise<void>
  /** The cells of a row, and in which of them the cursor stands. */
  columns: () => number
  column: () => number
  clear: () => void
}

export interface Words {
  readonly waiting: string
  readonly running: string
  readonly cut: string
  readonly notWhole: string
  readonly unsure: string
  readonly notTyped: string
  readonly newSession: string
  readonly cannotTakeBack: string
  readonly really: string
  readonly notDone: string
  readonly dropped: (lines: number) => string
}

export interface Dialogue {
  /** Keys as a terminal sends them, or pasted text. */
  type: (sent: string) => void
  /** What is known of lines by now. */
  hear: (lines: readonly SentLine[]) => void
  /** The screen has another size. */
  redraw: () => void
  /** The session has ended by itself: where it stood is not known any more. */
  forget: () => void
}

interface Options {
  readonly screen: Screen
  readonly name: string
  readonly words: () => Words
  /** What was typed before this terminal was opened, the newest first. */
  readonly history: () => readonly string[]
  /** A line of before that has not been answered yet. */
  readonly unfinished?: SentLine | undefined
  /** Has a line typed where the session stands at that prompt; a refusal is said in words. */
  readonly send: (line: string, confirm: string | null, standsAt: string | null) => Promise<{ readonly line: SentLine } | { readonly refusal: string }>
  /** What the program itself says on the terminal, for where its letters are not those of a typewriter. Empty: nothing any more. */
  readonly onSaid?: (text: string) => void
  /** An answer has come. */
  readonly onAnswer?: (line: SentLine) => void
}

const colour = (code: string, text: string): string => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`)
const [RED, AMBER, DIM, BOLD] = ['31', '33', '90', '1'] as const
const WIPE_LINE = '\r\u001b[2K'
const WIPE_BELOW = '\u001b[J'
const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '')
const right = (cells: number): string => (cells > 0 ? `\u001b[${cells}C` : '')
const LONGEST_NAME = 24

/** A terminal has one cell for each letter, which Bangla does not keep to; the page's title says such a name. */
function nameOf(name: string): string {
  if (!/^[\u0020-\u024f]*$/.test(name)) return 'OLT'
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}

const isOver = ({ state }: SentLine): boolean => state !== 'waiting' && state !== 'running'
/** What follows a line that has gone wrong is not sent any more. */
const hasFailed = ({ state, is_whole, refusal }: SentLine): boolean => state !== 'done' || is_whole === false || refusal !== null
/** The word a question expects. */
export const yesTo = (question: string): string => (/\byes\b/i.test(question) ? 'yes' : 'y')

/**
 * A person and an OLT on a terminal. One line is on its way at a time; what is typed meanwhile waits, and is dropped where the line before it has failed or was asked something.
 */
export function createDialogue({ screen, name, words, history, unfinished, send, onSaid, onAnswer }: Options): Dialogue {
  const typedHere: string[] = []
  /** As they were typed, for the server tells them without secrets. */
  const typed = new Map<number, string>()
  let line = NOTHING_TYPED
  let ahead = ''
  let place: string | null = null
  let consoleId: number | null = null
  /** The line that is on its way: null until the server has given it a number. */
  let onItsWay: { sent: SentLine | null } | null = null
  let asks: { readonly line: string; readonly word: string } | null = null
  let promptWidth = 0
  let row = 0
  let turn = Promise.resolve()
  /** One after the other: the screen is drawn by nobody else meanwhile. */
  const then = (work: () => Promise<void>): void => {
    turn = turn.then(work)
  }

  async function prompt(): Promise<void> {
    line = NOTHING_TYPED
    await drawPrompt()
  }
  async function drawPrompt(): Promise<void> {
    const shown = nameOf(name)
    row = 0
    await screen.write(asks === null ? `${colour(BOLD, plainText(shown))} ${colour(BOLD, plainText(place ?? '>'))} ` : `${colour(AMBER, words().really)} `)
    promptWidth = screen.column()
    if (line.letters.length > 0) await drawLine()
  }
  async function drawLine(): Promise<void> {
    const columns = screen.columns()
    const { letters, at } = line
    const [cursor, end] = [promptWidth + at, promptWidth + letters.length]
    // Behind a full row the cursor hangs at its end until one more letter comes.
    const hangs = letters.length > 0 && end % columns === 0
    const target = Math.floor(cursor / columns)
    await screen.write(
      `${up(row)}\r${right(promptWidth)}${WIPE_BELOW}${letters.join('')}${hangs ? ' \r' : ''}${up(Math.floor(end / columns) - target)}\r${right(cursor % columns)}`,
    )
    row = target
  }
  const say = async (code: string, text: string): Promise<void> => {
    if (text === '') return
    onSaid?.(text)
    await screen.write(`${colour(code, plainText(text).replaceAll('\n', '\r\n'))}\r\n`)
  }
  const status = async (text: string): Promise<void> => {
    onSaid?.(text)
    await screen.write(`${WIPE_LINE}${colour(DIM, [...text].slice(0, screen.columns() - 1).join(''))}`)
  }

  async function consume(): Promise<void> {
    while (ahead !== '') {
      if (onItsWay !== null) {
        if (ahead.includes(INTERRUPT)) await giveUpWaiting()
        return
      }
      const { key, rest } = nextKey(ahead)
      ahead = rest
      await press(key)
    }
  }
  /** A line that is on its way is not to be had back; what stands behind it is. */
  async function giveUpWaiting(): Promise<void> {
    ahead = ''
    await screen.write(WIPE_LINE)
    await say(AMBER, words().cannotTakeBack)
    if (onItsWay?.sent !== null && onItsWay !== null) await sayState(onItsWay.sent)
  }
  async function press(key: Key): Promise<void> {
    if (key.kind === 'none') return
    if (key.kind === 'enter') return await enter()
    if (key.kind === 'clear-screen') {
      screen.clear()
      await screen.write(`${up(row)}\r${WIPE_BELOW}`)
      return await drawPrompt()
    }
    if (key.kind === 'interrupt') {
      await toEnd()
      await screen.write('^C\r\n')
      asks = null
      return await prompt()
    }
    line = pressed(line, key, asks === null ? [...typedHere, ...history()] : [])
    await drawLine()
  }
  async function toEnd(): Promise<void> {
    line = pressed(line, { kind: 'end' }, [])
    await drawLine()
  }

  async function enter(): Promise<void> {
    await toEnd()
    await screen.write('\r\n')
    const text = line.letters.join('').trim()
    if (asks !== null) {
      const { line: asked, word } = asks
      asks = null
      if (text.toLowerCase() === 'yes') return await deliver(asked, word)
      await say(DIM, words().notDone)
      return await prompt()
    }
    if (text === '') return await prompt()
    if (typedHere[0] !== text) typedHere.unshift(text)
    await deliver(text, null)
  }

  async function deliver(text: string, confirm: string | null): Promise<void> {
    onItsWay = { sent: null }
    await status(words().waiting)
    const answer = await send(text, confirm, place)
    if ('refusal' in answer) {
      onItsWay = null
      await screen.write(WIPE_LINE)
      await say(RED, answer.refusal)
      await drop()
      return await prompt()
    }
    onItsWay = { sent: answer.line }
    typed.set(answer.line.id, text)
    await settle(answer.line)
  }
  const sayState = async (sent: SentLine): Promise<void> => await status(sent.state === 'running' ? words().running : words().waiting)
  async function settle(sent: SentLine): Promise<void> {
    onItsWay = { sent }
    if (!isOver(sent)) return await sayState(sent)
    onItsWay = null
    onSaid?.('')
    await screen.write(WIPE_LINE)
    if (consoleId !== null && consoleId !== sent.console_id) await say(DIM, words().newSession)
    consoleId = sent.console_id
    const said = plainText(sent.answer ?? '')
    if (said !== '') await screen.write(`${said.replaceAll('\n', '\r\n')}\r\n`)
    const { cut, notWhole, unsure, notTyped } = words()
    const notes = [
      sent.is_cut ? cut : '',
      sent.is_whole === false ? notWhole : '',
      sent.state === 'unsure' ? unsure : '',
      sent.state === 'failed' ? notTyped : '',
    ]
    await say(AMBER, [...notes, sent.advice ?? '', sent.message ?? ''].filter((part) => part !== '').join(' · '))
    place = sent.prompt
    onAnswer?.(sent)
    if (sent.question !== null && sent.confirm === null) {
      if (!said.includes(sent.question)) await say(AMBER, sent.question)
      asks = { line: typed.get(sent.id) ?? sent.line, word: yesTo(sent.question) }
    }
    if (asks !== null || hasFailed(sent)) await drop()
    if (asks !== null) onSaid?.(words().really)
    await prompt()
  }
  /** Nobody has agreed to what follows. */
  async function drop(): Promise<void> {
    const lines = ahead.split(/\r\n?|\n/).filter((text) => text.trim() !== '').length
    ahead = ''
    if (lines > 0) await say(AMBER, words().dropped(lines))
  }

  then(async () => {
    await prompt()
    if (unfinished === undefined) return
    await screen.write(`${plainText(unfinished.line)}\r\n`)
    await settle(unfinished)
  })
  return {
    type(sent) {
      ahead += sent
      then(consume)
    },
    hear(lines) {
      then(async () => {
        const waits = onItsWay?.sent
        const now = waits === undefined || waits === null ? undefined : lines.find(({ id }) => id === waits.id)
        if (now === undefined || now.state === waits?.state) return
        await settle(now)
        await consume()
      })
    },
    redraw() {
      then(async () => {
        if (onItsWay === null) await drawLine()
      })
    },
    forget() {
      then(async () => {
        if (place === null || onItsWay !== null) return
        place = null
        if (asks !== null) return
        await screen.write(`${up(row)}\r${WIPE_BELOW}`)
        await drawPrompt()
      })
    },
  }
}
