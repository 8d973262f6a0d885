/** An output in the format of a maker, with invented values, and what is to be read from it. */
export interface OltOutput {
  readonly profile: string
  readonly command: string
  readonly text: string
  /** Fields of each row; a row may have more. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly complete: boolean
  readonly evidence: 'prompt' | 'count' | 'ruler' | null
}

export const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
export const RULE = '-----------------------------------------------------------------------------'
export const ESC = '\u001b'
