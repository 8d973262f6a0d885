import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

export const template = defineSetting({
  key: 'documents.template',
  schema: z.enum(['standard', 'mushak-6.3']),
  default: 'standard' as 'standard' | 'mushak-6.3',
  help: {
    en: 'How invoices look: standard, or mushak-6.3 for the VAT form of Bangladesh; credit notes then come as mushak-6.7.',
    bn: 'বিল কেমন দেখাবে: standard, অথবা বাংলাদেশের ভ্যাট ফরমের জন্য mushak-6.3; ক্রেডিট নোট তখন mushak-6.7 হয়।',
  },
  choices: { standard: { en: 'Standard', bn: 'সাধারণ' }, 'mushak-6.3': { en: 'Mushak 6.3 (VAT form of Bangladesh)', bn: 'মূসক ৬.৩ (বাংলাদেশের ভ্যাট ফরম)' } },
})

export const paymentInstructions = defineSetting({
  key: 'documents.payment_instructions',
  schema: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(60), account: z.string().trim().min(1).max(80), hint: z.string().trim().max(160).default('') }))
    .max(6),
  default: [],
  help: {
    en: 'Ways to pay printed on invoices and statements: name, account, and a hint such as what to give as reference.',
    bn: 'বিল ও বিবরণীতে ছাপা পরিশোধের উপায়: নাম, হিসাব নম্বর ও ইঙ্গিত, যেমন রেফারেন্সে কী লিখতে হবে।',
  },
})

export const footer = defineSetting({
  key: 'documents.footer',
  schema: z.string().max(500),
  default: '',
  help: { en: 'Text at the foot of printed documents.', bn: 'ছাপা দলিলের নিচের লেখা।' },
})

export const colour = defineSetting({
  key: 'documents.colour',
  schema: z.string().regex(/^(#[0-9a-fA-F]{6})?$/, 'Expected a colour such as #3b82f6'),
  default: '',
  help: {
    en: 'The colour of the company, on its pages and documents, as #rrggbb. Empty: the colour of the program.',
    bn: 'প্রতিষ্ঠানের রং, পাতায় ও দলিলে, #rrggbb আকারে। খালি: প্রোগ্রামের নিজের রং।',
  },
})

export const logoFile = defineSetting({
  key: 'documents.logo_file_id',
  schema: z.int().positive().nullable(),
  default: null,
  help: { en: 'The file of the logo; set by uploading one.', bn: 'লোগোর ফাইল; আপলোড করলে বসে।' },
})

export const officer = defineSetting({
  key: 'documents.officer',
  schema: z.strictObject({ name: z.string().trim().max(100), designation: z.string().trim().max(100) }),
  default: { name: '', designation: '' },
  help: { en: 'Who answers for VAT documents: name and designation.', bn: 'ভ্যাট দলিলের দায়িত্বপ্রাপ্ত ব্যক্তি: নাম ও পদবি।' },
})

export const settings = [template, paymentInstructions, footer, colour, logoFile, officer] as const
