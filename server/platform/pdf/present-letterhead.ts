import { createHash } from 'node:crypto'
import { Invalid } from '#kernel/errors.ts'
import type { Locale } from '#kernel/actor.ts'
import type { Buyer, OfficerInCharge, PaymentInstruction, Seller } from './documents.ts'
import { localDigits } from './format.ts'
import type { Labels } from './labels.ts'

/** Labelled facts in reading order; what is empty is left out before it gets here. */
export type Facts = readonly (readonly [label: string, value: string])[]

export interface SellerView {
  readonly name: string
  readonly address: string
  /** Phone, e-mail, website: on one line where there is room. */
  readonly reach: readonly string[]
  readonly registration: string
  readonly logo: string | null
  readonly colour: string
}

export interface BuyerView {
  readonly name: string
  readonly lines: readonly string[]
}

const CALM_BLUE = '#12508f'

/** A number someone dials or copies keeps its Latin digits; running text does not have to. */
export function presentSeller(seller: Seller, labels: Labels, images: Images): SellerView {
  return {
    name: seller.name,
    address: seller.address,
    reach: [seller.phone, seller.email, seller.website ?? ''].filter(Boolean),
    registration: seller.vatRegistration === '' ? '' : `${labels.vatRegistration} ${seller.vatRegistration}`,
    logo: seller.logo === undefined ? null : images.add(seller.logo),
    colour: /^#[0-9a-f]{6}$/i.test(seller.colour ?? '') ? (seller.colour ?? CALM_BLUE) : CALM_BLUE,
  }
}

export function presentBuyer(buyer: Buyer, labels: Labels): BuyerView {
  const registration = buyer.vatRegistration ? `${labels.vatRegistration} ${buyer.vatRegistration}` : ''
  return { name: buyer.name, lines: [buyer.address, buyer.phone, registration].filter(Boolean) }
}

export interface InstructionView {
  readonly name: string
  readonly account: string
  readonly hint: string
}

export const presentInstructions = (instructions: readonly PaymentInstruction[] | undefined): InstructionView[] =>
  (instructions ?? []).map(({ name, account, hint }) => ({ name, account, hint: hint ?? '' }))

export const presentOfficer = (officer: OfficerInCharge | undefined): OfficerInCharge => officer ?? { name: '', designation: '' }

/** Line numbers of a table, in the locale's digits. */
export const lineNumber = (index: number, locale: Locale): string => localDigits(String(index + 1), locale)

/** The pictures of one job, each once, under the name that the template opens it by. */
export interface Images {
  add(bytes: Uint8Array): string
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function collectImages(): Images {
  const files = new Map<string, Uint8Array>()
  const names = new Map<Uint8Array, string>()
  return {
    files,
    add(bytes) {
      const known = names.get(bytes)
      if (known) return known
      const name = `/image-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.${imageKind(bytes)}`
      names.set(bytes, name)
      files.set(name, bytes)
      return name
    },
  }
}

function imageKind(bytes: Uint8Array): 'png' | 'jpg' {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg'
  throw new Invalid('The company logo is neither a PNG nor a JPEG picture; upload it again')
}
