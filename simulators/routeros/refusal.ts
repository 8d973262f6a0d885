/** The router says no: becomes `!trap`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** 0 missing item or command, 1 argument value, 2 interrupted, 4 general, 5 API; null: the router names none. */
  readonly category: number | null

  constructor(message: string, category: number | null = null) {
    super(message)
    this.category = category
  }
}

export const noSuchItem = (): Refusal => new Refusal('no such item', 0)
export const noSuchCommand = (): Refusal => new Refusal('no such command', 0)
export const unknownParameter = (): Refusal => new Refusal('unknown parameter', 0)
export const badValue = (argument: string): Refusal => new Refusal(`invalid value for argument ${argument}`, 1)
