import type { IncidentKind } from './incident.ts'

type Words = { readonly en: string; readonly bn: string }

const WHY: Readonly<Record<IncidentKind, Words>> = {
  fibre_cut: {
    en: 'Internet is interrupted in {place}: a fibre cable is cut. Our people are on the way.',
    bn: '{place} ফাইবার কেবল কাটা পড়ায় ইন্টারনেট বন্ধ আছে। আমাদের লোক কাজ করছেন।',
  },
  power_failure: {
    en: 'There is no electricity in {place}. Internet comes back with it.',
    bn: '{place} বিদ্যুৎ নেই। বিদ্যুৎ এলে ইন্টারনেটও চালু হবে।',
  },
  unknown: {
    en: 'Internet is interrupted in {place}. We are finding out why.',
    bn: '{place} ইন্টারনেট বন্ধ আছে। কারণ খোঁজা হচ্ছে।',
  },
  olt_unreachable: {
    en: 'Internet may be interrupted in {place}. We are looking into it.',
    bn: '{place} ইন্টারনেট বন্ধ থাকতে পারে। আমরা দেখছি।',
  },
}

/** What clients are told until somebody says it better: the kind and the areas, and nothing of how the network is built. Pure. */
export function publicText(kind: IncidentKind, areas: readonly string[]): Words {
  const { en, bn } = WHY[kind]
  const place = { en: areas.length === 0 ? 'a part of our network' : areas.join(', '), bn: areas.length === 0 ? 'আমাদের কিছু এলাকায়' : `${areas.join(', ')} এলাকায়` }
  return { en: en.replace('{place}', () => place.en), bn: bn.replace('{place}', () => place.bn) }
}
