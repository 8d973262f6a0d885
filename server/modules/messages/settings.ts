import { z } from 'zod'
import { defineSetting } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'
import { KINDS } from './kinds.ts'
import { KIND_NAMES } from './kind-names.ts'

const hour = z.int().min(0).max(23)

export const quietFrom = defineSetting({
  key: 'messages.quiet_from_hour',
  schema: hour,
  default: 21,
  help: {
    en: 'From this hour on no message is sent that can wait for the morning. The same hour as the end: at any time.',
    bn: 'এই ঘণ্টা থেকে এমন কোনো বার্তা যায় না যা সকাল পর্যন্ত অপেক্ষা করতে পারে। শেষের ঘণ্টার সমান হলে যেকোনো সময় যায়।',
  },
})

export const quietUntil = defineSetting({
  key: 'messages.quiet_until_hour',
  schema: hour,
  default: 8,
  help: { en: 'At this hour what waited for the morning is sent.', bn: 'সকালের জন্য অপেক্ষায় থাকা বার্তা এই ঘণ্টায় যায়।' },
})

export const giveUpAfter = defineSetting({
  key: 'messages.give_up_hours',
  schema: z.int().min(1).max(720),
  default: 48,
  unit: 'hours',
  help: {
    en: 'A message that could not be sent for so long is not sent any more: nobody wants to read it then.',
    bn: 'এত ঘণ্টায় যে বার্তা পাঠানো যায়নি তা আর পাঠানো হয় না: তখন আর কেউ তা পড়তে চায় না।',
  },
})

export const keepMonths = defineSetting({
  key: 'messages.keep_months',
  schema: z.int().min(2).max(120),
  default: 13,
  help: {
    en: 'Months for which messages and the tries to send them are kept. What was told once is not told again, however old.',
    bn: 'বার্তা ও পাঠানোর চেষ্টা কত মাস রাখা হবে। একবার জানানো কথা যত পুরোনোই হোক আবার জানানো হয় না।',
  },
})

export const kindsOff = defineSetting({
  key: 'messages.kinds_off',
  schema: z.array(z.enum(KINDS)).max(KINDS.length),
  default: [],
  help: { en: 'These messages are not sent to clients.', bn: 'এই বার্তাগুলো গ্রাহকদের পাঠানো হয় না।' },
  choices: KIND_NAMES,
})

export const settings = [quietFrom, quietUntil, giveUpAfter, keepMonths, kindsOff] as readonly Setting[]
