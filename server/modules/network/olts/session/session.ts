import { DeviceRefusedLogin, DeviceTimedOut } from '../../../../kernel/device-errors.ts'
import type { Wire } from '../../transport/index.ts'
import type { CliDialect, Mode, OltCommand, OltProfile } from '../drivers/profile.ts'
import { parseAnswer } from '../parse-output.ts'
import { separate } from '../terminal/answer.ts'
import type { Answer } from '../terminal/answer.ts'
import { executePlan } from '../writes/execute-plan.ts'
import type { Executed, ExecuteOptions, SaidLine } from '../writes/execute-plan.ts'
import type { Plan, PlannedLine } from '../writes/plan-write.ts'
import { NoSuchMode, NotToBeSent, OltBusy } from './errors.ts'
import { ofSession } from './heard.ts'
import type { Heard, OltLogin, Question, Typed } from './heard.ts'
import { fill } from './fill.ts'
import type { Params } from './fill.ts'
import { OltLine } from './line.ts'
import type { Patience } from './line.ts'
import { DEEPEST_MODE, FIRST_WORD_PATIENCE, INTERRUPT, LOGIN_PATIENCE, LOGOUT_PATIENCE, USUAL_PATIENCE } from './limits.ts'
import { answer, isAtPrompt, turnPage } from './what-stands.ts'

export type { Heard, OltLogin, Typed } from './heard.ts'
export type { Params } from './fill.ts'

/** What reads: one command of the profile after the other. Between two of them somebody who is in a hurry may be let in. */
export type Asking = Pick<OltSession, 'ask'>

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
  /** The prompt where the log-in lands. */
  #home = ''
  #mode: { readonly key: string | null; readonly leave: readonly string[]; readonly isLost?: boolean } = { key: '', leave: [] }
  /** Who has typed the last line by hand; null once something else was said. */
  #typist: string | null = null
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
    this.#home = this.#line.screen.line.trim()
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

  /**
   * Types a plan of writes line by line, looks whether it has come true and has it kept. Not repeatable: after `unsure` somebody looks first.
   * @throws NotToBeSent where the plan is another family's, or this firmware was never seen to take it and that was not accepted.
   */
  async execute(plan: Plan, options: ExecuteOptions): Promise<Executed> {
    if (plan.profile !== this.#profile.id) throw new NotToBeSent(`The plan is for ${plan.profile}, and this is ${this.#profile.id}`)
    return await executePlan(
      {
        say: async (line, params) => await this.#say(line, params),
        ask: async (key, params) => await this.ask(key, params),
        isOpen: () => this.isOpen,
      },
      plan,
      options,
    )
  }

  /** Makes the session his who types: it stands where he has led it, else where the log-in lands. Answers at which prompt; null where none is seen. */
  async standFor(as: string): Promise<string | null> {
    if (as !== this.#typist) await this.#leaveModes()
    this.#typist = as
    const prompt = this.#line.screen.line.trim()
    return this.#prompt.test(prompt) ? prompt : null
  }

  /**
   * Sends one line as somebody typed it; what it asks is answered by `confirm`, once, else by no. Where `as` has typed the last one it stands where he has led it, else
   * where the log-in lands; without `as`, wherever it is. Whether the line may be sent is for the caller to say (`readOnlyLine`). @throws NotToBeSent for control characters, `?` (it asks for help and the rest of the line would be run) and what hangs this OLT.
   */
  async type(
    line: string,
    { confirm = null, as = null, ...patience }: Partial<Patience> & { confirm?: string | null; as?: string | null } = {},
  ): Promise<Typed> {
    if (line.includes('?')) throw new NotToBeSent('A question mark asks the OLT for help in the middle of the line')
    if (as === null) this.#typist = null
    else await this.standFor(as)
    const began = performance.now()
    const before = this.#line.screen.line.trim()
    const answer = await this.#exec(line, { ...USUAL_PATIENCE, ...patience }, confirm)
    // Somewhere else now: before the next command of the profile it goes back to where the log-in lands.
    if (!this.#line.isOpen || this.#line.screen.line.trim() !== before) this.#mode = { key: null, leave: [], isLost: true }
    return {
      text: this.#masked(answer.lines.join('\n')),
      isWhole: answer.hasPrompt && !answer.isOverfull,
      ms: performance.now() - began,
      prompt: this.#line.isOpen && answer.hasPrompt ? this.#line.screen.line.trim() : null,
      asked: answer.asked,
      refusal: this.#refusalIn(answer),
    }
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
    this.#typist = null
    if (key === this.#mode.key) return
    await this.#leaveModes()
    this.#mode = { key: steps.length === 0 ? key : null, leave: [] }
    for (const [index, lines] of steps.entries()) {
      await this.#firstTaken(lines.flatMap((line) => line ?? []))
      this.#mode = { key: null, leave: mode.leave.slice(mode.leave.length - index - 1) }
    }
    this.#mode = { key, leave: mode.leave }
  }

  /** Back to where the log-in lands. */
  async #leaveModes(): Promise<void> {
    if (this.#mode.isLost === true) await this.#goHome()
    for (const line of this.#mode.leave) await this.#exec(line, USUAL_PATIENCE)
    this.#mode = { key: '', leave: [] }
  }

  /** Leaves one mode after the other until the prompt is the one of the log-in. */
  async #goHome(): Promise<void> {
    const leave = Object.values(this.#cli.modes).find((mode) => mode.leave.length > 0)?.leave[0]
    for (let step = 0; step < DEEPEST_MODE && leave !== undefined && this.#line.screen.line.trim() !== this.#home; step += 1)
      await this.#exec(leave, USUAL_PATIENCE)
    if (this.#line.screen.line.trim() !== this.#home) throw new DeviceTimedOut('The session did not find back to where it began')
    this.#mode = { key: '', leave: [] }
  }

  /** One line of a plan, in its mode. */
  async #say({ mode, text, confirm, timeoutMs }: PlannedLine, params: Params): Promise<SaidLine> {
    await this.#enterMode(mode, params)
    const began = performance.now()
    const limits = timeoutMs === null ? USUAL_PATIENCE : { timeoutMs, idleMs: timeoutMs }
    const answer = await this.#exec(text, limits, confirm)
    return {
      mode,
      sent: text,
      heard: answer.lines.map((line) => this.#masked(line)),
      refusal: this.#refusalIn(answer),
      asked: answer.asked,
      isWhole: answer.hasPrompt && !answer.isOverfull,
      ms: performance.now() - began,
    }
  }

  #refusalIn({ lines }: Answer): string | null {
    const refusal = lines.find((said) => this.#cli.refusals.some((pattern) => pattern.test(said)))
    return refusal === undefined ? null : this.#masked(refusal.trim())
  }

  #masked(text: string): string {
    return this.#secrets.reduce((said, secret) => (secret === '' ? said : said.replaceAll(secret, '***')), text)
  }

  /** Says a thing in one way after the other until the OLT takes it. @throws NoSuchMode. */
  async #firstTaken(lines: readonly string[]): Promise<void> {
    let refusal: string | undefined
    for (const line of lines) {
      const answer = await this.#exec(line, USUAL_PATIENCE)
      if (!answer.hasPrompt) throw new DeviceTimedOut(`The OLT did not come back from "${line}"`)
      refusal = answer.lines.find((said) => this.#cli.refusals.some((pattern) => pattern.test(said)))
      if (refusal === undefined) return
    }
    throw new NoSuchMode(`The OLT does not take "${lines.join('" or "')}": ${refusal?.trim() ?? ''}`)
  }

  /** One line and its answer; a question is answered by `confirm` once, else by no. What is not whole after its time is given as it stands. @throws NotToBeSent, DeviceUnreachable. */
  async #exec(line: string, patience: Patience, confirm: string | null = null): Promise<Answer & { readonly asked: SaidLine['asked'] }> {
    if (/\p{Cc}/u.test(line)) throw new NotToBeSent('A command holds no line breaks and no control characters')
    // Cut to a byte, U+010D would be a carriage return and end the line.
    if (this.#cli.encoding === 'latin1' && /[^\x20-\xff]/.test(line)) throw new NotToBeSent('This OLT takes Latin letters only')
    if (this.#cli.denied?.some((pattern) => pattern.test(line)) === true) throw new NotToBeSent(`"${line}" is known to hang this OLT and is not sent`)
    if (this.#isBusy) throw new NotToBeSent('Another command is still on its way')
    this.#isBusy = true
    try {
      this.#line.screen.forget()
      const first = this.#line.screen.row
      this.#line.send(line)
      const pages = { replied: -1, count: 0 }
      const question: Question = { confirm, row: -1, asked: null }
      let hasPrompt = true
      try {
        await this.#line.until(
          () =>
            turnPage(this.#line, this.#cli, pages) || answer(this.#line, this.#cli, question)
              ? null
              : this.#line.screen.row > first && this.#isAtPrompt()
                ? true
                : null,
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
      return { ...separate(lines.slice(0, end), { ...this.#cli, prompt: this.#prompt }), hasPrompt, isCut: !hasPrompt, isOverfull, asked: question.asked }
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

  #isAtPrompt(): boolean {
    return isAtPrompt(this.#line, this.#cli, this.#prompt)
  }

  #answerQuestion(reply: string): boolean {
    if (this.#cli.question?.test(this.#line.screen.line) !== true) return false
    this.#line.send(reply)
    return true
  }
}
