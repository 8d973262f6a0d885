/** What travels to the process that sets type, and back. Plain data, so that it survives structured cloning. */
export interface Job {
  readonly template: Template
  /** The whole view as JSON; the template reads it from `sys.inputs`, so no text of ours ever becomes markup. */
  readonly data: string
  readonly images: readonly (readonly [name: string, bytes: Uint8Array])[]
  /** How many documents or marked copies: more pages than these, and pages are numbered. */
  readonly papers: number
  /** Tags make a PDF readable for screen readers; a month's joined file does without. */
  readonly tagged: boolean
}

/** A file name in `templates/`. */
export type Template = 'invoice' | 'invoice-80mm' | 'mushak-6-3' | 'mushak-6-7' | 'receipt' | 'receipt-80mm' | 'statement'

export type Reply = Usage & ({ readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly message: string })

/** What the process has used since its start. */
interface Usage {
  readonly rssBytes: number
  readonly cpuMicros: number
}

/** Longer runs without a space can outgrow a column, and the typesetter breaks no words; 32 letters fit every column. */
const LONG_RUN = /[^\s\u200b\u00ad-]{33,}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g
const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' })

/** Text as it can be printed: no control characters or broken surrogates, and a place to break in endless words. */
export function printable(text: string): string {
  const clean = text.toWellFormed().replace(CONTROL, ' ')
  return clean.length < 33 ? clean : clean.replace(LONG_RUN, breakable)
}

function breakable(run: string): string {
  let out = ''
  let length = 0
  for (const { segment } of graphemes.segment(run)) {
    if (length === 32) {
      out += '\u200b'
      length = 0
    }
    out += segment
    length++
  }
  return out
}

/** Keys whose value is not prose and must stay as it is. */
const VERBATIM = new Set(['qr', 'logo', 'colour'])

export const toJobData = (view: unknown): string =>
  JSON.stringify(view, (key, value: unknown) => (typeof value === 'string' && !VERBATIM.has(key) ? printable(value) : value))
