import type { z } from 'zod'
import { toMinor } from '../../../kernel/money.ts'
import { firstDay, isBefore, monthOf } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { allowAdoption } from '../../access/index.ts'
import { giveCover } from '../../billing/index.ts'
import {
  checkRegistration,
  readRegistrationFacts,
  readTaken,
  registerClientsBulk,
  registrationBody,
  registrationKeys,
  toRegistration,
} from '../../clients/index.ts'
import type { CheckedRegistration } from '../../clients/index.ts'
import { readRouter } from '../../network/routers/index.ts'
import { openClientBalance } from '../../payments/index.ts'
import { fold, plain, readAmount, readDate } from '../cells.ts'
import type { Cells, CheckedRow, ImportKind, RowError } from '../import-kind.ts'
import type { ImportOptions } from '../options.ts'
import { attempt, wireErrors } from '../row-errors.ts'
import { clientFields } from './client-fields.ts'
import { readPlaces } from './places.sql.ts'
import type { Places } from './places.sql.ts'

interface ClientRow {
  readonly registration: CheckedRegistration
  readonly suspended: string | null
  /** The first day to bill, where days of the line are paid already. */
  readonly coveredUntil: PlainDate | null
  readonly openingBalance: Minor
}

type Body = z.input<typeof registrationBody>
const STATES = new Map([
  ...['', 'active', 'enabled', 'online', 'running', 'on', '1', 'সক্রিয়', 'চালু'].map((word) => [fold(word), 'active'] as const),
  ...['inactive', 'suspended', 'disabled', 'expired', 'blocked', 'off', 'offline', '0', 'নিষ্ক্রিয়', 'বন্ধ', 'স্থগিত'].map(
    (word) => [fold(word), 'suspended'] as const,
  ),
  ...['pending', 'new', 'অপেক্ষমাণ'].map((word) => [fold(word), 'pending'] as const),
  ...['left', 'leave', 'terminated', 'disconnected', 'deleted', 'চলে গেছেন'].map((word) => [fold(word), 'left'] as const),
])
const CONNECTIONS: Readonly<Record<string, string>> = { ppp: 'pppoe', pppoe: 'pppoe', static: 'static', staticip: 'static', dhcp: 'dhcp', hotspot: 'hotspot' }
const MEDIA: Readonly<Record<string, string>> = {
  fiber: 'fibre',
  fibre: 'fibre',
  optical: 'fibre',
  opticalfiber: 'fibre',
  ftth: 'fibre',
  onu: 'fibre',
  utp: 'utp',
  cat5: 'utp',
  cat6: 'utp',
  wireless: 'wireless',
  radio: 'wireless',
  coaxial: 'coaxial',
}

/** Clients with their first lines, by the rules of POST /clients. A code that exists already is skipped, so a file can be sent twice. */
export const clientsKind: ImportKind<ClientRow> = {
  name: 'clients',
  permission: 'client.import',
  fields: clientFields,
  async check(tx, rows, options) {
    const places = await readPlaces(tx, tx.actor.scope)
    const known = await readRegistrationFacts(tx)
    if (options.router_id !== undefined) await readRouter(tx, tx.actor.scope, options.router_id)
    const read = rows.map((cells): ClientRow | readonly RowError[] => {
      const errors: RowError[] = []
      const row = readRow(tx, cells, options, places, errors)
      const parsed = registrationBody.safeParse(row.body)
      if (!parsed.success) return [...errors, ...wireErrors(parsed.error)]
      const registration = attempt(errors, () => checkRegistration(tx, known, { ...toRegistration(parsed.data), isWelcomed: false }))
      return registration === undefined || errors.length > 0
        ? errors.filter(({ field }) => field !== 'branch_id' || !errors.some((other) => other.field === 'branch'))
        : { ...row, registration }
    })
    const fit = read.filter((row): row is ClientRow => 'registration' in row)
    const taken = new Map(
      (
        await readTaken(
          tx,
          fit.map(({ registration }) => registration),
        )
      ).map((found, n) => [fit[n] as ClientRow, found]),
    )
    return read.map((row): CheckedRow<ClientRow> => {
      if (!('registration' in row)) return { state: 'invalid', errors: row }
      const found = taken.get(row)
      if (found?.clientId != null)
        return { state: 'skipped', entityId: found.clientId, errors: [{ field: 'code', message: 'There is already a client with this code' }] }
      if (found !== undefined && found.errors.length > 0) return { state: 'invalid', errors: found.errors, sourceId: keysOf(row.registration).sourceId }
      return { state: 'ready', value: row, ...keysOf(row.registration) }
    })
  },
  async apply(tx, values, options) {
    const registered = await registerClientsBulk(tx, values)
    const covers = registered.flatMap(({ clientId, subscriptionId, chargeId }, n) => {
      const {
        coveredUntil,
        registration: { line },
      } = values[n] as ClientRow
      if (subscriptionId === null || chargeId === null || coveredUntil === null || line?.activatedOn == null || !isBefore(line.activatedOn, coveredUntil))
        return []
      return [{ clientId, subscriptionId, chargeId, startsOn: line.activatedOn, until: coveredUntil, reason: options.reason }]
    })
    await giveCover(tx, covers)
    for (const [n, { openingBalance }] of values.entries()) {
      if (openingBalance !== 0n)
        await openClientBalance(tx, { clientId: (registered[n] as { clientId: bigint }).clientId, amount: openingBalance, reason: options.reason })
    }
    const { router_id: routerId } = options
    if (routerId !== undefined)
      await allowAdoption(
        tx,
        routerId,
        registered.flatMap(({ subscriptionId }) => (subscriptionId === null ? [] : [subscriptionId])),
      )
    return registered.map(({ clientId }) => clientId)
  },
}

/** Without a code a client is known again by his login, else by name and telephone. */
function keysOf(registration: CheckedRegistration): { sourceId: string; keys: string[] } {
  const { code, login, ip, nid } = registrationKeys(registration)
  const keys = [code && `code:${code}`, login && `pppoe_login:${login}`, ip && `static_ip:${ip}`, nid && `nid:${nid.toString('hex')}`].filter(
    (key) => typeof key === 'string',
  )
  const { name, phone } = registration.facts
  return { sourceId: code !== null ? `code:${code}` : login !== null ? `pppoe_login:${login}` : `name:${phone}:${fold(name)}`, keys }
}

/** The body of POST /clients a row stands for; what cannot be read at all is an error here already. */
function readRow(tx: Tx, cells: Cells, options: ImportOptions, places: Places, errors: RowError[]): Omit<ClientRow, 'registration'> & { body: Body } {
  const text = (key: string): string | undefined => cells.get(key)?.trim() || undefined
  const read = <T>(key: string, how: (cell: string) => T | null | undefined, message: string): T | undefined => {
    const cell = text(key)
    if (cell === undefined) return undefined
    const value = how(cell)
    if (value === null || value === undefined) errors.push({ field: key, message })
    return value ?? undefined
  }
  const date = (key: string) => read(key, (cell) => readDate(cell, options.date_format), 'Expected a date')
  const branch = read('branch', (cell) => places.branches.get(fold(cell)), 'There is no such branch, or it is outside your scope') ?? options.branch_id
  const area = read('area', (cell) => places.areas.get(fold(cell)), 'There is no such area')
  const reseller =
    read('reseller', (cell) => places.resellers.get(fold(cell)), 'There is no such reseller') ??
    (tx.actor.scope.kind === 'reseller' ? tx.actor.scope.resellerId : undefined)
  const packageId = read('package', (cell) => places.packages.get(fold(cell)), 'There is no such package') ?? options.package_id
  const state = read('status', (cell) => STATES.get(fold(cell)), 'Expected active, inactive, pending or left') ?? 'active'
  const joinedOn = date('joined_on') ?? options.joined_on ?? tx.today
  const coveredUntil = date('covered_until') ?? null
  const price = read('price', (cell) => readAmount(cell), 'Expected an amount')
  const billingMode =
    read('billing_mode', (cell) => (/^pre/i.test(cell) ? 'prepaid' : /^post/i.test(cell) ? 'postpaid' : null), 'Expected prepaid or postpaid') ??
    options.billing_mode
  const number = (key: string) =>
    read(key, (cell) => (plain(cell) === '' || Number.isNaN(Number(plain(cell))) ? null : Number(plain(cell))), 'Expected a number')
  const openingBalance = read('opening_balance', (cell) => readAmount(cell), 'Expected an amount') ?? toMinor(0)
  if (branch === undefined && text('branch') === undefined) errors.push({ field: 'branch', message: 'Name a branch in a column or for the whole file' })
  const hasLine = state !== 'left' && (packageId !== undefined || text('pppoe_login') !== undefined)
  if (hasLine && packageId === undefined && text('package') === undefined)
    errors.push({ field: 'package', message: 'Name a package in a column or for the whole file' })
  const startsOn = lineStart(tx, options, { joinedOn, coveredUntil })
  const listPrice = packageId === undefined ? undefined : places.prices.get(packageId)
  const line = {
    package_id: Number(packageId ?? 1n),
    router_id: options.router_id === undefined ? null : Number(options.router_id),
    pppoe_login: text('pppoe_login') ?? null,
    pppoe_password: text('pppoe_password') ?? null,
    static_ip: text('static_ip') ?? null,
    mac: text('mac') ?? null,
    onu_mac: text('onu_mac') ?? null,
    onu_model: text('onu_model') ?? '',
    billing_mode: billingMode,
    anchor_day: number('anchor_day') ?? options.anchor_day,
    connection_kind: (read('connection_kind', (cell) => CONNECTIONS[fold(cell)], 'Expected pppoe, static, dhcp or hotspot') ?? 'pppoe') as 'pppoe',
    medium: (read('medium', (cell) => MEDIA[fold(cell)], 'Expected fibre, utp, wireless or coaxial') ?? 'fibre') as 'fibre',
    joined_on: joinedOn.toString(),
    activated_on: state === 'pending' ? null : startsOn.toString(),
    ...(price !== undefined && price !== listPrice ? { price_override_minor: Number(price), discount_reason: options.reason } : {}),
  }
  const body = {
    ...(text('code') === undefined ? {} : { code: plain(text('code') as string) }),
    name: text('name') ?? '',
    phone: wholePhone(text('phone') ?? ''),
    phone_alternative: wholePhone(text('phone_alternative') ?? ''),
    email: text('email') ?? '',
    address: text('address') ?? '',
    district: text('district') ?? '',
    upazila: text('upazila') ?? '',
    branch_id: Number(branch ?? 1n),
    reseller_id: reseller === undefined ? null : Number(reseller),
    area_id: area === undefined ? null : Number(area),
    nid: text('nid') ?? null,
    vat_registration: text('vat_registration') ?? '',
    locale: tx.company.locale,
    gender: (read('gender', (cell) => ({ m: 'male', f: 'female', o: 'other' })[cell[0]?.toLowerCase() ?? ''], 'Expected female, male or other') ?? null) as
      | 'male'
      | null,
    kind: (read('kind', (cell) => (/^(c|b|প্র)/i.test(cell) ? 'company' : 'person'), '') ?? 'person') as 'person',
    ...(text('client_type') === undefined ? {} : { client_type: (text('client_type') as string).toLowerCase() }),
    tags: (text('tags') ?? '')
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    latitude: number('latitude') ?? null,
    longitude: number('longitude') ?? null,
    joined_on: joinedOn.toString(),
    ...(hasLine ? { subscription: line } : {}),
  } satisfies Body
  return { body, suspended: state === 'suspended' ? options.reason : null, coveredUntil: state === 'pending' ? null : coveredUntil, openingBalance }
}

/** Lines begin in these books on the given day, later joiners on theirs; one whose cover ended before lies a day before its end. */
function lineStart(tx: Tx, options: ImportOptions, { joinedOn, coveredUntil }: { joinedOn: PlainDate; coveredUntil: PlainDate | null }): PlainDate {
  const start = options.starts_on ?? firstDay(monthOf(tx.today))
  const first = isBefore(start, joinedOn) ? joinedOn : start
  return coveredUntil !== null && !isBefore(first, coveredUntil) ? coveredUntil.subtract({ days: 1 }) : first
}

/** A spreadsheet takes 01712345678 for a number and drops its first digit. */
const wholePhone = (text: string): string => (/^1[3-9]\d{8}$/.test(plain(text)) ? `0${plain(text)}` : text)
