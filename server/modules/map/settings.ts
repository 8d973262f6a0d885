import { z } from 'zod'
import { companySettings } from '../../platform/db/company.ts'
import { tileOriginOf } from '../../platform/http/tile-origin.ts'
import { defineSetting } from '../settings/index.ts'

const isTemplate = (url: string): boolean =>
  tileOriginOf(url) !== null && ['{z}', '{x}', '{y}'].every((word) => url.split(word).length === 2) && !/[{}]/.test(url.replace(/\{[xyz]\}/g, ''))

export const tileUrl = defineSetting({
  key: companySettings.mapTileUrl,
  schema: z
    .string()
    .trim()
    .max(500)
    .refine((url) => url === '' || isTemplate(url), 'Expected an address such as https://tiles.example.com/{z}/{x}/{y}.png, or nothing'),
  default: '',
  help: {
    en: 'Where the map fetches its pictures: an address with {z}, {x} and {y}. Empty: a plain map, and nobody outside learns what is looked at. Browsers fetch pictures from this server and from no other.',
    bn: 'মানচিত্রের ছবি কোথা থেকে আসবে: {z}, {x} ও {y} সহ ঠিকানা। খালি থাকলে সাদামাটা মানচিত্র, বাইরের কেউ জানবে না কী দেখা হচ্ছে। ব্রাউজার শুধু এই সার্ভার থেকেই ছবি আনে।',
  },
})

export const tileAttribution = defineSetting({
  key: 'map.tile_attribution',
  schema: z.string().trim().max(200),
  default: '',
  help: {
    en: 'Who is to be named on the map for its pictures, such as © OpenStreetMap contributors.',
    bn: 'মানচিত্রের ছবির জন্য কার নাম দেখাতে হবে, যেমন © OpenStreetMap contributors।',
  },
})

export const settings = [tileUrl, tileAttribution] as const
