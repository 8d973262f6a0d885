import { DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { Wire } from '../../transport/index.ts'
import type { CliDialect, Mode, OltCommand, OltProfile } from '../drivers/profile.ts'
import { parseAnswer } from '../parse-output.ts'
import type { Parsed } from '../parse/reading.ts'
import { logsAmong, separate } from '../terminal/answer.ts'
import type { Answer } from '../terminal/answer.ts'
import { NotToBeSent, OltBusy } from './errors.ts'
import { OltLine } from './line.ts'
import type { Patience } from './line.ts'

export interface OltLogin {
  readonly user: string
  readonly password: string
  /** Of `enable`; the log-in's own where it is null. */
  readonly enablePassword: string | null
}

/** What was heard of one command. */
export interface Heard {
  readonly parsed: Parsed
  /** The answer as a terminal showed it, for people and for records. */
  readonly text: string
  readonly words: string
  readonly ms: number
  /** What the OLT wrote in between. */
  readonly logs: readonly string[]
  /** The prompt came back: the answer is whole, whatever a parser makes of it. */
  readonly isWhole: boolean
}

export type Params = Readonly<Record<string, string>>

const LOGIN_PATIENCE: Patience = { timeoutMs: 20_000, idleMs: 15_000 }
/** Until the first prompt, before a key is pressed. */
const FIRST_WORD_PATIENCE: Patience = { timeoutMs: 6000, idleMs: 2500 }
const USUAL_PATIENCE: Patience = { timeoutMs: 30_000, idleMs: 10_000 }
const LOGOUT_PATIENCE: Patience = { timeoutMs: 1500, idleMs: 1500 }
const MOST_PAGES = 5000
/** How many log lines may come behind a prompt. */
const MOST_LOG_LINES = 40
const INTERRUPT = '\u0003'

/** Logs in and learns the prompt. @throws DeviceRefusedLogin, OltBusy, DeviceTimedOut, DeviceUnreachable; the wire is closed then. */
export async function openOltSession(profile: OltProfile, wire: Wire, login: OltLogin): Promise<OltSession> {
  const session = new OltSession(profile, wire)
  try {
    await session.logIn(login)
    return session
  } catch (error) {
    wire.destroy()
    throw error
  }
}

/**
 * One session with an OLT: one command at a time, each with a hard end. After a command that did not come back it is interrupted, and
 * where even that brings no prompt the session is over. It ends by `close`, which logs out, for a session that is only dropped may
 * stay counted on the OLT for many minutes.
 */
export class OltSession {
  readonly #profile: OltProfile
  readonly #cli: CliDialect
  readonly #line: OltLine
  readonly #spelling = new Map<string, string>()
  #prompt: RegExp
  #mode: { readonly key: string | null; readonly leave: readonly string[] } = { key: '', leave: [] }
  #isBusy = false
  #secrets: readonly string[] = []

  constructor(profile: OltProfile, wire: Wire) {
    this.#profile = profile
    this.#cli = profile.cli
    this.#line = new OltLine(wire, profile.cli.eol)
    this.#prompt = profile.cli.prompt
  }

  get isOpen(): boolean {
    return this.#line.isOpen
  }

  async logIn({ user, password, enablePassword }: OltLogin): Promise<void> {
    this.#secrets = [password, enablePassword ?? '']
    const isGiven = { user: false, password: false }
    for (let mark = -1; ; mark = this.#line.heard) {
      // What was asked before stands there until something new comes.
      const ask = async (patience: Patience) => await this.#line.until(() => (this.#line.heard > mark ? this.#whatAsks() : null), patience, 'log-in')
      const seen = await ask(mark < 0 ? FIRST_WORD_PATIENCE : LOGIN_PATIENCE)
        .catch(async (error: unknown) => {
          if (mark >= 0 || !(error instanceof DeviceTimedOut)) throw error
          // Some say nothing until a key is pressed.
          this.#line.send('')
          return await ask(LOGIN_PATIENCE)
        })
        .catch((error: unknown) => {
          throw this.#busy() ?? (error as Error)
        })
      if (seen === 'prompt') break
      // Asked again for what was given: it said no. It is not told twice, for many OLTs lock out who guesses.
      if (isGiven[seen]) throw this.#busy() ?? new DeviceRefusedLogin(`The OLT refused the log-in of ${user}`, [this.#line.lastWords(this.#secrets)])
      isGiven[seen] = true
      this.#line.screen.forget()
      this.#line.send(seen === 'user' ? user : password)
    }
    this.#learnPrompt()
    await this.#enable(enablePassword ?? password)
    for (const line of this.#cli.setup) await this.#exec(line, USUAL_PATIENCE)
  }

  /** Runs one command of the profile, in its mode. Other spellings are tried where the OLT does not know the first. @throws NotToBeSent, DeviceTimedOut, DeviceUnreachable. */
  async ask(key: string, params: Params = {}, patience: Partial<Patience> = {}): Promise<Heard> {
    const command = this.#profile.commands[key]
    if (command === undefined) throw new NotToBeSent(`${this.#profile.id} has no command ${key}`)
    if (command.access !== 'read') throw new NotToBeSent(`${command.words} changes the OLT; on this firmware it is only read`)
    const began = performance.now()
    const spellings = this.#spellings(key, command, params)
    if (spellings.length === 0) throw new NotToBeSent(`${command.words} wants to know more than ${Object.keys(params).join(', ')}`)
    await this.#enterMode(command.mode, params)
    const limits = {
      ...USUAL_PATIENCE,
      ...(command.timeoutMs === undefined ? {} : { timeoutMs: command.timeoutMs, idleMs: command.timeoutMs / 2 }),
      ...patience,
    }
    let heard: Heard | null = null
    for (const { template, words } of spellings) {
      const answer = await this.#exec(words, limits)
      const isWhole = answer.hasPrompt && !answer.isOverfull
      const parsed = ofSession(parseAnswer(this.#profile, command, answer), isWhole)
      heard = { parsed, logs: answer.logs, text: answer.lines.join('\n'), words, ms: performance.now() - began, isWhole }
      if (parsed.kind === 'recognised' || parsed.why !== 'refused') {
        this.#spelling.set(key, template)
        break
      }
    }
    if (heard === null) throw new NotToBeSent(`There is no way to say ${command.words}`)
    return heard
  }

  /** Logs out. Repeatable. */
  async close(): Promise<void> {
    if (this.#line.isOpen && !this.#isBusy) {
      for (const line of [...this.#mode.leave, ...this.#cli.logout]) {
        if (!this.#line.isOpen) break
        this.#line.screen.forget()
        this.#line.send(line)
        const row = this.#line.screen.row
        await this.#line
          .until(() => (this.#answerQuestion('y') ? null : this.#line.screen.row > row && this.#isAtPrompt() ? true : null), LOGOUT_PATIENCE, line)
          .catch(() => null) // Whether it answers or not, the line is dropped next.
      }
    }
    this.#line.destroy()
  }

  /** Drops the line without logging out. */
  destroy(): void {
    this.#line.destroy()
  }

  #spellings(key: string, command: OltCommand, params: Params): { template: string; words: string }[] {
    const known = this.#spelling.get(key)
    const templates = known === undefined ? [command.words, ...(command.otherWords ?? [])] : [known]
    // A spelling that asks for what is not known is none.
    return templates.flatMap((template) => {
      const words = fill(template, params)
      return words === null ? [] : [{ template, words }]
    })
  }

  async #enterMode(name: string, params: Params): Promise<void> {
    const mode: Mode = this.#cli.modes[name] ?? { enter: [], leave: [] }
    const steps = mode.enter.map((lines) => [lines].flat().map((line) => fill(line, params)))
    const key = steps.map(([first]) => first ?? '').join('\n')
    if (steps.flat().includes(null)) throw new NotToBeSent(`The mode ${name} wants to know more than ${Object.keys(params).join(', ')}`)
    if (key === this.#mode.key) return
    for (const line of this.#mode.leave) await this.#exec(line, USUAL_PATIENCE)
    this.#mode = { key: steps.length === 0 ? key : null, leave: [] }
    for (const [index, lines] of steps.entries()) {
      await this.#firstTaken(lines.flatMap((line) => line ?? []))
      this.#mode = { key: null, leave: mode.leave.slice(mode.leave.length - index - 1) }
    }
    this.#mode = { key, leave: mode.leave }
  }

  /** Says a thing in one way after the other until the OLT takes it. @throws NoSuchMode. */
  async #firstTaken(lines: readonly string[]): Promise<void> {
    let refusal: string | undefined
    for (const line of lines) {
      const answer = await this.#exec(line, USUAL_PATIENCE)
      refusal = answer.lines.find((said) => this.#cli.refusals.some((pattern) => pattern.test(said)))
      if (refusal === undefined) return
    }
    throw new NoSuchMode(`The OLT does not take "${lines.join('" or "')}": ${refusal?.trim() ?? ''}`)
  }

  /** One line and its answer. What is not whole after its time is given as it stands. @throws NotToBeSent, DeviceUnreachable. */
  async #exec(line: string, patience: Patience): Promise<Answer> {
    if (/\p{Cc}/u.test(line)) throw new NotToBeSent('A command holds no line breaks and no control characters')
    if (this.#cli.denied?.some((pattern) => pattern.test(line)) === true) throw new NotToBeSent(`"${line}" is known to hang this OLT and is not sent`)
    if (this.#isBusy) throw new NotToBeSent('Another command is still on its way')
    this.#isBusy = true
    try {
      this.#line.screen.forget()
      const first = this.#line.screen.row
      this.#line.send(line)
      const pages = { replied: -1, count: 0 }
      let hasPrompt = true
      try {
        await this.#line.until(
          () => (this.#turnPage(pages) || this.#answerQuestion('n') ? null : this.#line.screen.row > first && this.#isAtPrompt() ? true : null),
          patience,
          line,
        )
      } catch (error) {
        if (!(error instanceof DeviceTimedOut)) {
          this.#line.destroy()
          throw error
        }
        hasPrompt = false
      }
      // The first line is the prompt with the echo behind it, the last one the next prompt.
      const lines = this.#line.screen.lines(first + 1)
      const isOverfull = this.#line.screen.isOverfull
      if (!hasPrompt) await this.#interrupt()
      const end = hasPrompt ? lines.findLastIndex((text) => this.#prompt.test(text.trim())) : lines.length
      return { ...separate(lines.slice(0, end), { ...this.#cli, prompt: this.#prompt }), hasPrompt, isCut: !hasPrompt, isOverfull }
    } finally {
      this.#isBusy = false
    }
  }

  /** After a command that hangs: what came of it must not be taken for the next one's answer. */
  async #interrupt(): Promise<void> {
    this.#line.screen.forget()
    this.#line.press(INTERRUPT)
    await this.#line.until(() => (this.#isAtPrompt() ? true : null), { timeoutMs: 3000, idleMs: 3000 }, 'interrupt').catch(() => this.#line.destroy())
  }

  async #enable(password: string): Promise<void> {
    const { enable } = this.#cli
    if (enable === null || this.#line.screen.line.trim().endsWith('#')) return
    this.#line.screen.forget()
    const first = this.#line.screen.row
    this.#line.send(enable.line)
    const isAsked = await this.#line.until(
      () => (this.#line.screen.row > first ? (enable.password.test(this.#line.screen.line) ? true : this.#isAtPrompt() ? false : null) : null),
      LOGIN_PATIENCE,
      enable.line,
    )
    if (isAsked) {
      const asked = this.#line.screen.row
      this.#line.send(password)
      await this.#line.until(
        () => (this.#line.screen.row > asked && (this.#isAtPrompt() || enable.password.test(this.#line.screen.line)) ? true : null),
        LOGIN_PATIENCE,
        enable.line,
      )
    }
    if (!this.#line.screen.line.trim().endsWith('#'))
      throw new DeviceRefusedLogin('The OLT refused the password of its privileged mode', [this.#line.lastWords(this.#secrets)])
    this.#learnPrompt()
  }

  /** What it said last is that it is full, or that it has locked somebody out. */
  #busy(): OltBusy | null {
    const said = this.#line.lastWords(this.#secrets)
    return this.#cli.login.busy.test(said) ? new OltBusy(`The OLT lets nobody in now: ${said}`) : null
  }

  #learnPrompt(): void {
    if (!this.#cli.hasHostName) return
    const line = this.#line.screen.line.trim()
    const host = line.replace(new RegExp(`${this.#cli.promptEnd}$`), '')
    this.#prompt = new RegExp(`^${RegExp.escape(host)}${this.#cli.promptEnd}$`)
  }

  #whatAsks(): 'user' | 'password' | 'prompt' | null {
    const { line } = this.#line.screen
    if (this.#cli.login.password.test(line)) return 'password'
    if (this.#cli.login.user.test(line)) return 'user'
    return this.#cli.prompt.test(line.trim()) ? 'prompt' : null
  }

  /** The last line that is no log line is the prompt; a log line may come behind it. */
  #isAtPrompt(): boolean {
    if (this.#prompt.test(this.#line.screen.line.trim())) return true
    const lines = this.#line.screen.lines(this.#line.screen.row - MOST_LOG_LINES)
    const isLog = logsAmong(lines, this.#cli)
    const last = lines.findLastIndex((line, index) => line.trim() !== '' && isLog[index] !== true)
    const isFollowed = lines.slice(last + 1).some((line) => line.trim() !== '')
    return last >= 0 && isFollowed && this.#prompt.test((lines[last] ?? '').trim())
  }

  #turnPage(pages: { replied: number; count: number }): boolean {
    const { line, row } = this.#line.screen
    if (this.#cli.wantsEnter?.test(line) === true) {
      this.#line.send('')
      return true
    }
    if (!this.#cli.pager.test(line)) {
      pages.replied = -1
      return false
    }
    if (pages.replied === row) return true
    pages.replied = row
    pages.count += 1
    if (pages.count > MOST_PAGES) throw new DeviceUnreachable('The OLT does not come to an end of its pages', 'protocol')
    this.#line.press(this.#cli.pagerReply)
    return true
  }

  #answerQuestion(reply: string): boolean {
    if (this.#cli.question?.test(this.#line.screen.line) !== true) return false
    this.#line.send(reply)
    return true
  }
}

/** The mode asks for a place that is not there. */
export class NoSuchMode extends NotToBeSent {}

/** Of a session that broke off nothing is all, whatever count stands in what came. */
const ofSession = (parsed: Parsed, isWhole: boolean): Parsed =>
  isWhole || parsed.kind === 'unrecognised' ? parsed : { ...parsed, complete: false, evidence: null }

/** The template with its `{names}` filled in; null where one is not known. */
function fill(template: string, params: Params): string | null {
  let isWhole = true
  const line = template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = params[name]
    if (value === undefined) isWhole = false
    return value ?? ''
  })
  return isWhole ? line : null
}
