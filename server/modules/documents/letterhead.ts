import { buffer } from 'node:stream/consumers'
import type { Conn } from '../../platform/db/tx.ts'
import { findFile, streamFile } from '../../platform/files.ts'
import type { OfficerInCharge, PaymentInstruction, Seller } from '../../platform/pdf/index.ts'
import { getSetting, getSettings } from '../settings/index.ts'
import type { Party } from './papers.sql.ts'
import { colour, footer, logoFile, officer, paymentInstructions, template } from './settings.ts'

/** Only such a file is ever printed, whatever number the setting is given. */
export const LOGO_KIND = 'logo'

/** What the company puts on all its documents; read once for a month of them. */
export interface Letterhead {
  readonly template: 'standard' | 'mushak-6.3'
  readonly footer: string
  readonly paymentInstructions: readonly PaymentInstruction[]
  readonly officer: OfficerInCharge | null
  readonly zone: string
  readonly currency: string
  readonly look: Pick<Seller, 'logo' | 'colour'>
}

export async function readLetterhead(conn: Conn): Promise<Letterhead> {
  const form = await getSetting(conn, template)
  const [ways, foot, shade, logoId, person] = await getSettings(conn, [paymentInstructions, footer, colour, logoFile, officer])
  const logo = logoId === null ? undefined : await findFile(conn, BigInt(logoId))
  return {
    template: form,
    footer: foot,
    paymentInstructions: ways.map(({ name, account, hint }) => ({ name, account, ...(hint === '' ? {} : { hint }) })),
    officer: person.name === '' ? null : person,
    zone: conn.company.zone,
    currency: conn.company.currency,
    look: { ...(logo?.kind !== LOGO_KIND ? {} : { logo: await buffer(streamFile(logo)) }), ...(shade === '' ? {} : { colour: shade }) },
  }
}

/** The seller as the document knows him: a reprint names the address of the day of issue. */
export const sellerOf = (party: Party, { zone, currency, look }: Letterhead): Seller => ({
  name: party.name,
  address: party.address,
  phone: party.phone,
  email: party.email ?? '',
  vatRegistration: party.vat_registration,
  currency: party.currency ?? currency,
  zone,
  ...look,
})

export const presentSeller = ({ company: { name, address, phone, email, vatRegistration } }: Conn, letterhead: Letterhead): Seller =>
  sellerOf({ name, address, phone, email, vat_registration: vatRegistration }, letterhead)
