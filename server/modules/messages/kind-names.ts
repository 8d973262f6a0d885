import type { Kind } from './kinds.ts'

/** What people call the kinds of messages. */
export const KIND_NAMES: Readonly<Record<Kind, { readonly en: string; readonly bn: string }>> = {
  'client-registered': { en: 'Welcome', bn: 'স্বাগত' },
  'invoice-issued': { en: 'New bill', bn: 'নতুন বিল' },
  'credit-note-issued': { en: 'Credit note', bn: 'ক্রেডিট নোট' },
  'payment-due-soon': { en: 'Bill due soon', bn: 'বিলের শেষ তারিখ কাছে' },
  'payment-received': { en: 'Payment received', bn: 'পেমেন্ট পাওয়া গেছে' },
  'payment-reversed': { en: 'Payment taken back', bn: 'পেমেন্ট বাতিল' },
  'payment-refunded': { en: 'Refund', bn: 'রিফান্ড' },
  'deposit-taken': { en: 'Deposit taken', bn: 'জামানত নেওয়া' },
  'deposit-returned': { en: 'Deposit given back', bn: 'জামানত ফেরত' },
  'suspension-warning': { en: 'Warning before suspension', bn: 'বন্ধের আগে সতর্কতা' },
  'service-suspended': { en: 'Service suspended', bn: 'সেবা বন্ধ' },
  'service-restored': { en: 'Service restored', bn: 'সেবা চালু' },
  'expiry-warning': { en: 'Cover ends soon', bn: 'মেয়াদ শেষের কাছে' },
  'subscription-expired': { en: 'Cover ended', bn: 'মেয়াদ শেষ' },
  'package-changed': { en: 'Package changed', bn: 'প্যাকেজ পরিবর্তন' },
  'subscription-left': { en: 'Line closed', bn: 'লাইন ছাড়া' },
}
