import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'
import { isCodePattern } from './code.ts'

export const codePattern = defineSetting({
  key: 'clients.code_pattern',
  schema: z.string().max(60).refine(isCodePattern, 'Expected a pattern such as C-{n:6} or {branch}-{n:5}'),
  default: 'C-{n:6}',
  help: {
    en: 'Pattern of new client codes: {n:6} a running number of six digits, {branch} the code of the branch, {yyyy} or {yy} the year of joining.',
    bn: 'নতুন গ্রাহক কোডের ধরন: {n:6} ছয় অঙ্কের ক্রমিক নম্বর, {branch} শাখার কোড, {yyyy} বা {yy} যোগদানের বছর।',
  },
})

export const phonePlan = defineSetting({
  key: 'clients.phone_plan',
  schema: z.strictObject({ callingCode: z.string().regex(/^\d{0,4}$/), trunkPrefix: z.string().regex(/^\d{0,2}$/) }),
  default: { callingCode: '880', trunkPrefix: '0' },
  help: {
    en: 'How telephone numbers are written: the calling code of the country and what is dialled before a number inside it.',
    bn: 'ফোন নম্বর কীভাবে লেখা হবে: দেশের কলিং কোড এবং দেশের ভেতরে নম্বরের আগে যা ডায়াল করতে হয়।',
  },
})

export const clientTypes = defineSetting({
  key: 'clients.types',
  schema: z.array(z.string().trim().min(1).max(40)).min(1).max(50),
  default: ['home', 'business', 'education', 'government', 'corporate'],
  help: { en: 'Kinds of clients to choose from; used by reports to the regulator.', bn: 'গ্রাহকের ধরনের তালিকা; নিয়ন্ত্রকের প্রতিবেদনে ব্যবহৃত হয়।' },
})

export const signupsOpen = defineSetting({
  key: 'clients.signup_requests_open',
  schema: z.boolean(),
  default: true,
  help: { en: 'Whether anybody may ask for a connection on the public page.', bn: 'পাবলিক পাতায় যে কেউ সংযোগের অনুরোধ করতে পারবেন কি না।' },
})

export const settings = [codePattern, phonePlan, clientTypes, signupsOpen] as const
