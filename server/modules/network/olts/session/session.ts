import { DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { Wire } from '../../transport/index.ts'
import type { CliDialect, Mode, OltCommand, OltProfile } from '../drivers/profile.ts'
import { parseAnswer } from '../parse-output.ts'
import type { Parsed } from '../parse/reading.ts'
import { createScreen } from '../terminal/screen.ts'
import type { Screen } from '../terminal/screen.ts'
import { logsAmong, separate } from '../terminal/answer.ts'
import type { Answer } from '../terminal/answer.ts'
import { NotToBeSent, OltBusy } from './errors.ts'

export interface OltLogin {
  readonly user: string
  readonly password: string
  /** Of `enable`; the log-in's own where it is null. */
  readonly enablePassword: string | null
}

export interface Patience {
  /** One command in all. */
  readonly timeoutMs: number
  /** The longest silence within one. */
  readonly idleMs: number
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
const LOGOUT_PATIENCE_MS = 1500
/** How long nothing may follow a prompt before it is believed. */
const SETTLE_MS = 25
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
  readonly #wire: Wire
  readonly #screen = createScreen()
  readonly #spelling = new Map<string, string>()
  #prompt: RegExp
  #mode: { readonly key: string | null; readonly leave: readonly string[] } = { key: '', leave: [] }
  #onText: () => void = () => {}
  #isBusy = false
  #heard = 0

  constructor(profile: OltProfile, wire: Wire) {
    this.#profile = profile
    this.#cli = profile.cli
    this.#wire = wire
    this.#prompt = profile.cli.prompt
    wire.onText((text) => {
      this.#screen.write(text)
      this.#heard += 1
      this.#onText()
    })
  }

  get isOpen(): boolean {
    return this.#wire.isOpen
  }

  async logIn({ user, password, enablePassword }: OltLogin): Promise<void> {
    const isGiven = { user: false, password: false }
    for (let mark = -1; ; mark = this.#heard) {
      // What was asked before stands there until something new comes.
      const ask = async (patience: Patience) => await this.#until(() => (this.#heard > mark ? this.#whatAsks() : null), patience, 'log-in')
      const seen = await ask(mark < 0 ? FIRST_WORD_PATIENCE : LOGIN_PATIENCE)
        .catch(async (error: unknown) => {
          if (mark >= 0 || !(error instanceof DeviceTimedOut)) throw error
          // Some say nothing until a key is pressed.
          this.#send('')
          return await ask(LOGIN_PATIENCE)
        })
        .catch((error: unknown) => {
          throw this.#busy() ?? (error as Error)
        })
      if (seen === 'prompt') break
      // Asked again for what was given: it said no. It is not told twice, for many OLTs lock out who guesses.
      if (isGiven[seen]) throw this.#busy() ?? new DeviceRefusedLogin(`The OLT refused the log-in of ${user}`, [lastWords(this.#screen)])
      isGiven[seen] = true
      this.#screen.forget()
      this.#send(seen === 'user' ? user : password)
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
    if (this.#wire.isOpen && !this.#isBusy) {
      for (const line of [...this.#mode.leave, ...this.#cli.logout]) {
        if (!this.#wire.isOpen) break
        this.#screen.forget()
        this.#send(line)
        const row = this.#screen.row
        await Promise.race([
          this.#wire.closed,
          this.#until(
            () => (this.#answerQuestion('y') ? null : this.#screen.row > row && this.#isAtPrompt() ? true : null),
            { timeoutMs: LOGOUT_PATIENCE_MS, idleMs: LOGOUT_PATIENCE_MS },
            line,
          ).catch(
            () => null, // Whether it answers or not, the line is dropped next.
          ),
        ])
      }
    }
    this.#wire.destroy()
  }

  /** Drops the line without logging out. */
  destroy(): void {
    this.#wire.destroy()
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
      this.#screen.forget()
      const first = this.#screen.row
      this.#send(line)
      const pages = { replied: -1, count: 0 }
      let hasPrompt = true
      try {
        await this.#until(
          () => (this.#turnPage(pages) || this.#answerQuestion('n') ? null : this.#screen.row > first && this.#isAtPrompt() ? true : null),
          patience,
          line,
        )
      } catch (error) {
        if (!(error instanceof DeviceTimedOut)) {
          this.#wire.destroy()
          throw error
        }
        hasPrompt = false
      }
      // The first line is the prompt with the echo behind it, the last one the next prompt.
      const lines = this.#screen.lines(first + 1)
      const isOverfull = this.#screen.isOverfull
      if (!hasPrompt) await this.#interrupt()
      const end = hasPrompt ? lines.findLastIndex((text) => this.#prompt.test(text.trim())) : lines.length
      return { ...separate(lines.slice(0, end), { ...this.#cli, prompt: this.#prompt }), hasPrompt, isCut: !hasPrompt, isOverfull }
    } finally {
      this.#isBusy = false
    }
  }

  /** After a command that hangs: what came of it must not be taken for the next one's answer. */
  async #interrupt(): Promise<void> {
    this.#screen.forget()
    this.#wire.write(INTERRUPT)
    await this.#until(() => (this.#isAtPrompt() ? true : null), { timeoutMs: 3000, idleMs: 3000 }, 'interrupt').catch(() => this.#wire.destroy())
  }

  async #enable(password: string): Promise<void> {
    const { enable } = this.#cli
    if (enable === null || this.#screen.line.trim().endsWith('#')) return
    this.#screen.forget()
    const first = this.#screen.row
    this.#send(enable.line)
    const isAsked = await this.#until(
      () => (this.#screen.row > first ? (enable.password.test(this.#screen.line) ? true : this.#isAtPrompt() ? false : null) : null),
      LOGIN_PATIENCE,
      enable.line,
    )
    if (isAsked) {
      const asked = this.#screen.row
      this.#send(password)
      await this.#until(
        () => (this.#screen.row > asked && (this.#isAtPrompt() || enable.password.test(this.#screen.line)) ? true : null),
        LOGIN_PATIENCE,
        enable.line,
      )
    }
    if (!this.#screen.line.trim().endsWith('#')) throw new DeviceRefusedLogin('The OLT refused the password of its privileged mode', [lastWords(this.#screen)])
    this.#learnPrompt()
  }

  /** What it said last is that it is full, or that it has locked somebody out. */
  #busy(): OltBusy | null {
    const said = lastWords(this.#screen)
    return this.#cli.login.busy.test(said) ? new OltBusy(`The OLT lets nobody in now: ${said}`) : null
  }

  #learnPrompt(): void {
    if (!this.#cli.hasHostName) return
    const line = this.#screen.line.trim()
    const host = line.replace(new RegExp(`${this.#cli.promptEnd}$`), '')
    this.#prompt = new RegExp(`^${RegExp.escape(host)}${this.#cli.promptEnd}$`)
  }

  #whatAsks(): 'user' | 'password' | 'prompt' | null {
    const { line } = this.#screen
    if (this.#cli.login.password.test(line)) return 'password'
    if (this.#cli.login.user.test(line)) return 'user'
    return this.#cli.prompt.test(line.trim()) ? 'prompt' : null
  }

  /** The last line that is no log line is the prompt; a log line may come behind it. */
  #isAtPrompt(): boolean {
    if (this.#prompt.test(this.#screen.line.trim())) return true
    const lines = this.#screen.lines(this.#screen.row - MOST_LOG_LINES)
    const isLog = logsAmong(lines, this.#cli)
    const last = lines.findLastIndex((line, index) => line.trim() !== '' && isLog[index] !== true)
    const isFollowed = lines.slice(last + 1).some((line) => line.trim() !== '')
    return last >= 0 && isFollowed && this.#prompt.test((lines[last] ?? '').trim())
  }

  #turnPage(pages: { replied: number; count: number }): boolean {
    const { line, row } = this.#screen
    if (this.#cli.wantsEnter?.test(line) === true) {
      this.#send('')
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
    this.#wire.write(this.#cli.pagerReply)
    return true
  }

  #answerQuestion(reply: string): boolean {
    if (this.#cli.question?.test(this.#screen.line) !== true) return false
    this.#send(reply)
    return true
  }

  #send(line: string): void {
    this.#wire.write(`${line}${this.#cli.eol}`)
  }

  /** Waits until `check` says something and nothing more comes. @throws DeviceTimedOut, DeviceUnreachable, and what `check` throws. */
  async #until<T>(check: () => T | null, { timeoutMs, idleMs }: Patience, what: string): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const timers = {
      all: setTimeout(() => reject(new DeviceTimedOut(`The OLT did not finish "${what}" within ${timeoutMs} ms`)), timeoutMs),
      idle: null as NodeJS.Timeout | null,
      settle: null as NodeJS.Timeout | null,
    }
    const look = (): void => {
      if (timers.idle !== null) clearTimeout(timers.idle)
      if (timers.settle !== null) clearTimeout(timers.settle)
      timers.idle = setTimeout(() => reject(new DeviceTimedOut(`The OLT was silent for ${idleMs} ms at "${what}"`)), idleMs)
      try {
        const found = check()
        if (found !== null) timers.settle = setTimeout(() => resolve(found), SETTLE_MS)
      } catch (error) {
        reject(error as Error)
      }
    }
    this.#onText = look
    void this.#wire.closed.then((error) => reject(error ?? new DeviceUnreachable('The session was dropped here', 'closed')))
    look()
    try {
      return await promise
    } finally {
      this.#onText = () => {}
      for (const timer of Object.values(timers)) if (timer !== null) clearTimeout(timer)
    }
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

const lastWords = (screen: Screen): string =>
  screen
    .lines()
    .filter((line) => line.trim() !== '')
    .slice(-2)
    .join(' / ')
    .slice(0, 200)
