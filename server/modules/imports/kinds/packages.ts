import type { z } from 'zod'
import { firstDay, monthOf } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { createBody, toTerms, upsertPackage } from '../../packages/index.ts'
import type { PackageRow } from '../../packages/index.ts'
import { plain, readAmount, readDate, readFlag } from '../cells.ts'
import type { Cells, CheckedRow, ImportField, ImportKind, RowError } from '../import-kind.ts'
import type { ImportOptions } from '../options.ts'
import { wireErrors } from '../row-errors.ts'

const field = (key: string, en: string, bn: string, synonyms: readonly string[] = [], isRequired = false): ImportField => ({
  key,
  label: { en, bn },
  synonyms,
  isRequired,
})

const fields: readonly ImportField[] = [
  field('code', 'Code', 'কোড', ['package code', 'package id', 'প্যাকেজ কোড']),
  field('name', 'Name', 'নাম', ['package', 'package name', 'plan', 'plan name', 'প্যাকেজ', 'প্যাকেজের নাম'], true),
  field('price', 'Price', 'মূল্য', ['monthly price', 'rate', 'amount', 'package price', 'bill', 'দাম'], true),
  field('download', 'Download speed', 'ডাউনলোড গতি', ['speed', 'bandwidth', 'download', 'mbps', 'package speed', 'গতি'], true),
  field('upload', 'Upload speed', 'আপলোড গতি', ['upload']),
  field('description', 'Description', 'বিবরণ', ['details', 'note']),
  field('router_profile', 'Router profile', 'রাউটার প্রোফাইল', ['profile', 'mikrotik profile']),
  field('validity', 'Validity', 'মেয়াদ', ['validity days', 'duration', 'days']),
  field('vat_inclusive', 'VAT included', 'ভ্যাটসহ', ['vat inclusive']),
  field('starts_on', 'From', 'থেকে', ['start date', 'effective from']),
  field('approval_no', 'Approval number', 'অনুমোদন নম্বর', ['btrc approval', 'tariff approval']),
  field('approved_on', 'Approved on', 'অনুমোদনের তারিখ'),
]

/** The catalogue by code: new packages are added, known ones get a version where their terms differ, equal ones stay as they are. */
export const packagesKind: ImportKind<PackageRow> = {
  name: 'packages',
  permission: 'package.edit',
  fields,
  check: async (tx, rows, options) => rows.map((cells) => checkRow(tx, cells, options)),
  async apply(tx, values) {
    const ids: bigint[] = []
    for (const row of values) ids.push((await upsertPackage(tx, row)).id)
    return ids
  },
}

function checkRow(tx: Tx, cells: Cells, options: ImportOptions): CheckedRow<PackageRow> {
  const errors: RowError[] = []
  const text = (key: string): string => cells.get(key)?.trim() ?? ''
  const read = <T>(key: string, how: (cell: string) => T | null, message: string): T | undefined => {
    if (text(key) === '') return undefined
    const value = how(text(key))
    if (value === null) errors.push({ field: key, message })
    return value ?? undefined
  }
  const price = read('price', readAmount, 'Expected an amount')
  const download = read('download', readSpeed, 'Expected a speed such as 20 Mbps')
  const upload = read('upload', readSpeed, 'Expected a speed such as 20 Mbps') ?? download
  const validity = read('validity', readValidity, 'Expected 1 month or 30 days') ?? { validity_count: 1, validity_unit: 'month' as const }
  const startsOn = read('starts_on', (cell) => readDate(cell, options.date_format), 'Expected a date') ?? options.starts_on ?? firstDay(monthOf(tx.today))
  const approvedOn = read('approved_on', (cell) => readDate(cell, options.date_format), 'Expected a date')
  if (price === undefined && text('price') === '') errors.push({ field: 'price', message: 'A package needs a price' })
  if (download === undefined && text('download') === '') errors.push({ field: 'download', message: 'A package needs a speed' })
  const body: z.input<typeof createBody> = {
    code: plain(text('code') === '' ? codeOf(text('name')) : text('code')),
    name: text('name'),
    description: text('description'),
    price_minor: Number(price ?? 0n),
    download_kbps: download ?? 1,
    upload_kbps: upload ?? 1,
    router_profile: text('router_profile'),
    ...validity,
    vat_inclusive: readFlag(text('vat_inclusive')),
    approval_no: text('approval_no'),
    approved_on: approvedOn?.toString() ?? null,
  }
  const parsed = createBody.safeParse(body)
  if (!parsed.success) errors.push(...wireErrors(parsed.error))
  if (!parsed.success || errors.length > 0) return { state: 'invalid', errors }
  const { vatRateId: _, ...terms } = toTerms(parsed.data)
  // A column the file does not have leaves a known package as it is.
  const said = {
    ...terms,
    ...(cells.has('validity') ? {} : { validityCount: undefined, validityUnit: undefined }),
    ...(cells.has('router_profile') ? {} : { routerProfile: undefined }),
  }
  const value = {
    code: parsed.data.code,
    name: parsed.data.name,
    ...(cells.has('description') ? { description: parsed.data.description } : {}),
    startsOn,
    terms: withoutUndefined(said) as PackageRow['terms'],
  }
  return { state: 'ready', value, sourceId: `code:${value.code}:${startsOn}:${price}:${download}:${upload}`, keys: [`code:${value.code}`] }
}

const withoutUndefined = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))

const codeOf = (name: string): string =>
  name
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}._/-]+/gu, '-')
    .slice(0, 40)

/** kbit/s of `20`, `20 Mbps`, `512k`, `1 Gbit/s`: a bare number is Mbit/s up to 1000, and kbit/s above. */
function readSpeed(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|g|এমবিপিএস)?/i.exec(plain(text))
  if (!match) return null
  const factor = { k: 1, m: 1000, g: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? (Number(match[1]) > 1000 ? 1 : 1000)
  return Math.round(Number(match[1]) * factor)
}

function readValidity(text: string): { validity_count: number; validity_unit: 'day' | 'month' } | null {
  const match = /^(\d{1,4})\s*(m|মাস)?/i.exec(plain(text))
  return match ? { validity_count: Number(match[1]), validity_unit: match[2] === undefined ? 'day' : 'month' } : null
}
