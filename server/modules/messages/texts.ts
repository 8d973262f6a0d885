import type { Locale } from '../../kernel/actor.ts'
import type { Kind } from './kinds.ts'

/**
 * What clients read. `{name}` is a fact of the message: those in `_minor` are said as money, those in `_on` as days. The English keeps to letters
 * that a text message takes at one byte, so that most fit into one part.
 */
export const TEXTS: Readonly<Record<Kind, Readonly<Record<Locale, string>>>> = {
  'client-registered': {
    en: 'Welcome to {company}, {name}. Your client code is {client_code}; name it when you pay or call us.',
    bn: '{company}-এ স্বাগতম, {name}। আপনার গ্রাহক কোড {client_code}; বিল দেওয়ার বা ফোন করার সময় কোডটি বলুন।',
  },
  'invoice-issued': {
    en: 'Bill {code}: {open_minor} to pay by {due_on}. Client {client_code}. {company}',
    bn: 'বিল {code}: {due_on}-এর মধ্যে {open_minor} পরিশোধ করুন। গ্রাহক কোড {client_code}। {company}',
  },
  'credit-note-issued': {
    en: '{total_minor} was credited to you (note {code}). Client {client_code}. {company}',
    bn: 'আপনার হিসাবে {total_minor} ছাড় দেওয়া হয়েছে (নোট {code})। গ্রাহক কোড {client_code}। {company}',
  },
  'payment-due-soon': {
    en: 'Reminder: {open_minor} of bill {code} is due by {due_on}. Client {client_code}. {company}',
    bn: 'মনে করিয়ে দিচ্ছি: বিল {code}-এর {open_minor} পরিশোধের শেষ তারিখ {due_on}। গ্রাহক কোড {client_code}। {company}',
  },
  'payment-received': {
    en: 'We received {amount_minor}, receipt {receipt_code}. Still to pay: {due_minor}. Thank you. {company}',
    bn: 'আপনার {amount_minor} পেয়েছি, রসিদ {receipt_code}। আর বাকি: {due_minor}। ধন্যবাদ। {company}',
  },
  'payment-reversed': {
    en: 'Your payment of {amount_minor} (receipt {receipt_code}) was taken back and is due again. Call us if you do not know why. {company}',
    bn: 'আপনার {amount_minor} পেমেন্ট (রসিদ {receipt_code}) বাতিল হয়েছে, টাকাটি আবার বাকি। কারণ না জানলে ফোন করুন। {company}',
  },
  'payment-refunded': {
    en: 'We paid {amount_minor} back to you (refund {code}). {company}',
    bn: 'আপনাকে {amount_minor} ফেরত দেওয়া হয়েছে (রিফান্ড {code})। {company}',
  },
  'deposit-taken': {
    en: 'We hold your deposit of {amount_minor}, receipt {receipt_code}. {company}',
    bn: 'আপনার জামানত {amount_minor} রাখা হয়েছে, রসিদ {receipt_code}। {company}',
  },
  'deposit-returned': {
    en: '{amount_minor} of your deposit was given back, receipt {receipt_code}. {company}',
    bn: 'আপনার জামানতের {amount_minor} ফেরত দেওয়া হয়েছে, রসিদ {receipt_code}। {company}',
  },
  'suspension-warning': {
    en: '{late_minor} is overdue. Pay before {cut_on}, or your internet is switched off that day. Client {client_code}. {company}',
    bn: 'আপনার {late_minor} বকেয়া। {cut_on}-এর আগে পরিশোধ করুন, নইলে সেদিন ইন্টারনেট বন্ধ হবে। গ্রাহক কোড {client_code}। {company}',
  },
  'service-suspended': {
    en: 'Your internet is switched off because {late_minor} is overdue. Pay, and it comes back by itself. Client {client_code}. {company}',
    bn: '{late_minor} বকেয়া থাকায় আপনার ইন্টারনেট বন্ধ করা হয়েছে। পরিশোধ করলে নিজে নিজে চালু হবে। গ্রাহক কোড {client_code}। {company}',
  },
  'service-restored': {
    en: 'Your internet is switched on again. Thank you. {company}',
    bn: 'আপনার ইন্টারনেট আবার চালু হয়েছে। ধন্যবাদ। {company}',
  },
  'expiry-warning': {
    en: 'Renew before {expires_on} to stay online; from that day your internet is off. Client {client_code}. {company}',
    bn: 'ইন্টারনেট চালু রাখতে {expires_on}-এর আগে নবায়ন করুন; সেদিন থেকে বন্ধ থাকবে। গ্রাহক কোড {client_code}। {company}',
  },
  'subscription-expired': {
    en: 'Your internet is off since {expires_on}. Renew, and it comes back by itself. Client {client_code}. {company}',
    bn: '{expires_on} থেকে আপনার ইন্টারনেট বন্ধ। নবায়ন করলে নিজে নিজে চালু হবে। গ্রাহক কোড {client_code}। {company}',
  },
  'package-changed': {
    en: 'From {starts_on} your package is {package}. Client {client_code}. {company}',
    bn: '{starts_on} থেকে আপনার প্যাকেজ {package}। গ্রাহক কোড {client_code}। {company}',
  },
  'subscription-left': {
    en: 'Your line was closed on {left_on}. Thank you for having been with us. {company}',
    bn: '{left_on} তারিখে আপনার লাইন বন্ধ করা হয়েছে। আমাদের সঙ্গে থাকার জন্য ধন্যবাদ। {company}',
  },
}
