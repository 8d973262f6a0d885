import type { VerdictCode } from './verdict.ts'

/** What sentences name, said in one language; empty where it is not known. */
export interface Values {
  readonly since: string
  readonly at: string
  readonly amount: string
  readonly expiry: string
  readonly place: string
  readonly others: string
  readonly rx: string
  readonly limit: string
  readonly said: string
  readonly session: string
}

export const WHO = ['office', 'technician', 'network', 'client', 'nobody'] as const

interface Texts {
  readonly who: (typeof WHO)[number]
  readonly says: readonly [(values: Values) => string, (values: Values) => string]
  readonly next: readonly [string, string]
}

/** What each verdict says and who should do what next, in English and Bangla; read out to a client as it stands. */
export const VERDICT_TEXTS: Readonly<Record<VerdictCode, Texts>> = {
  left: {
    who: 'office',
    says: [() => 'The line has left.', () => 'লাইনটি ছেড়ে দেওয়া হয়েছে।'],
    next: ['Reopen it if he wants service again.', 'আবার সংযোগ চাইলে লাইনটি চালু করুন।'],
  },
  pending: {
    who: 'technician',
    says: [() => 'The line is not connected yet.', () => 'লাইনটি এখনও চালু হয়নি।'],
    next: ['Connect and activate it.', 'সংযোগ দিয়ে লাইনটি চালু করুন।'],
  },
  unpaid: {
    who: 'client',
    says: [(v) => `Service is cut because ${v.amount} is overdue.`, (v) => `${v.amount} বকেয়া থাকায় সংযোগ বন্ধ।`],
    next: ['Take the payment or a promise; service comes back by itself.', 'পেমেন্ট বা প্রতিশ্রুতি নিন; সংযোগ নিজে থেকেই চালু হবে।'],
  },
  expired: {
    who: 'client',
    says: [(v) => `The prepaid cover has ended (${v.expiry}).`, (v) => `প্রিপেইড মেয়াদ শেষ (${v.expiry})।`],
    next: ['Renew the line.', 'লাইনটি নবায়ন করুন।'],
  },
  paused: {
    who: 'office',
    says: [() => 'The line is paused on the client’s wish.', () => 'গ্রাহকের অনুরোধে লাইনটি থামানো আছে।'],
    next: ['End the pause if he is back.', 'ফিরে এলে বিরতি শেষ করুন।'],
  },
  blocked: {
    who: 'office',
    says: [() => 'A person has switched service off.', () => 'কর্মী হাতে সংযোগ বন্ধ করেছেন।'],
    next: ['See the reason and who set it.', 'কারণ ও কে দিয়েছেন দেখুন।'],
  },
  fine: {
    who: 'nobody',
    says: [(v) => `Everything is fine here; online since ${v.since}.`, (v) => `এখানে সব ঠিক আছে; ${v.since} থেকে অনলাইন।`],
    next: ['If it is slow, look at his Wi-Fi, his devices and the live rate.', 'ধীর মনে হলে তাঁর ওয়াই-ফাই, যন্ত্র ও লাইভ গতি দেখুন।'],
  },
  light_weak_online: {
    who: 'technician',
    says: [(v) => `Online, but the light is weak: ${v.rx} dBm (limit ${v.limit}).`, (v) => `অনলাইন, কিন্তু আলো দুর্বল: ${v.rx} dBm (সীমা ${v.limit})।`],
    next: ['Clean or replace connector and cable before it drops.', 'লাইন যাওয়ার আগেই কানেক্টর ও কেবল পরিষ্কার বা বদল করুন।'],
  },
  light_too_strong: {
    who: 'technician',
    says: [(v) => `Online, but the light is too strong: ${v.rx} dBm.`, (v) => `অনলাইন, কিন্তু আলো অতিরিক্ত: ${v.rx} dBm।`],
    next: ['Put an attenuator in, or a splitter where one is missing.', 'অ্যাটেনুয়েটর বা বাদ পড়া স্প্লিটার লাগান।'],
  },
  router_behind: {
    who: 'network',
    says: [
      (v) => `Online, but the router does not do what is wanted since ${v.since}${v.said}.`,
      (v) => `অনলাইন, কিন্তু ${v.since} থেকে রাউটার যা চাওয়া হয়েছে তা করছে না${v.said}।`,
    ],
    next: ['See what the router says, and put that right.', 'রাউটার কী বলছে দেখে ঠিক করুন।'],
  },
  fibre_cut: {
    who: 'network',
    says: [
      (v) => `A fibre is cut at ${v.place}, with ${v.others} others, since ${v.since}.`,
      (v) => `${v.place}-এ ফাইবার কাটা, আরও ${v.others} জনসহ, ${v.since} থেকে।`,
    ],
    next: ['Nothing to do at this home; follow the incident.', 'এই বাসায় কিছু করার নেই; বিভ্রাটের খবর রাখুন।'],
  },
  power_failure: {
    who: 'nobody',
    says: [
      (v) => `There is no electricity at ${v.place}, with ${v.others} others, since ${v.since}.`,
      (v) => `${v.place}-এ বিদ্যুৎ নেই, আরও ${v.others} জনসহ, ${v.since} থেকে।`,
    ],
    next: ['It comes back with the electricity.', 'বিদ্যুৎ এলে চালু হবে।'],
  },
  outage: {
    who: 'network',
    says: [
      (v) => `An outage at ${v.place}, with ${v.others} others, since ${v.since}; the reason is not told.`,
      (v) => `${v.place}-এ বিভ্রাট, আরও ${v.others} জনসহ, ${v.since} থেকে; কারণ জানা যায়নি।`,
    ],
    next: ['Nothing to do at this home; find the reason at the place.', 'এই বাসায় কিছু করার নেই; জায়গাটিতে কারণ খুঁজুন।'],
  },
  olt_silent: {
    who: 'network',
    says: [(v) => `The OLT of ${v.place} does not answer; last heard ${v.since}.`, (v) => `${v.place}-এর OLT সাড়া দিচ্ছে না; শেষ সাড়া ${v.since}।`],
    next: ['See the OLT’s power, uplink and management address.', 'OLT-র বিদ্যুৎ, আপলিংক ও ম্যানেজমেন্ট ঠিকানা দেখুন।'],
  },
  not_linked: {
    who: 'technician',
    says: [() => 'No ONU is linked with this line, so nothing is known of its fibre.', () => 'এই লাইনে কোনো ONU যুক্ত নেই, তাই ফাইবারের কিছু জানা যাচ্ছে না।'],
    next: ['Link the ONU by its serial or MAC.', 'সিরিয়াল বা MAC দিয়ে ONU যুক্ত করুন।'],
  },
  data_too_old: {
    who: 'network',
    says: [(v) => `What is known of the ONU is from ${v.at}, too old to say anything.`, (v) => `ONU-র তথ্য ${v.at}-এর; এত পুরোনো যে কিছু বলা যায় না।`],
    next: ['Look at the ONU now, and see why the OLT’s polls do not get through.', 'এখনই ONU দেখুন, আর OLT-র তথ্য কেন আসছে না দেখুন।'],
  },
  onu_gone: {
    who: 'technician',
    says: [(v) => `The OLT does not list the ONU any more, since ${v.since}.`, (v) => `${v.since} থেকে OLT-র তালিকায় ONU-টি নেই।`],
    next: ['See whether it was deleted or replaced; authorise it or link the new one.', 'মুছে ফেলা বা বদলানো হয়েছে কি না দেখুন; অনুমোদন দিন বা নতুনটি যুক্ত করুন।'],
  },
  onu_disabled: {
    who: 'office',
    says: [(v) => `The ONU is switched off on the OLT since ${v.since}.`, (v) => `${v.since} থেকে OLT-তে ONU-টি বন্ধ করা আছে।`],
    next: ['See who switched it off, and enable it.', 'কে বন্ধ করেছেন দেখে চালু করুন।'],
  },
  onu_unknown: {
    who: 'network',
    says: [(v) => `The OLT does not say how the ONU is (${v.at}).`, (v) => `OLT ONU-র অবস্থা জানাচ্ছে না (${v.at})।`],
    next: ['Look at the ONU now.', 'এখনই ONU দেখুন।'],
  },
  neighbours_away: {
    who: 'network',
    says: [
      (v) => `The ONU is away since ${v.since}, and so are most of its neighbours (${v.others}).`,
      (v) => `${v.since} থেকে ONU বন্ধ, আশপাশের বেশির ভাগও (${v.others})।`,
    ],
    next: ['Look at the PON and the box before anybody goes to the home.', 'বাসায় যাওয়ার আগে PON ও বক্স দেখুন।'],
  },
  no_power: {
    who: 'client',
    says: [(v) => `Only this home is without power at its ONU, since ${v.since}.`, (v) => `শুধু এই বাসার ONU-তে বিদ্যুৎ নেই, ${v.since} থেকে।`],
    next: ['Ask him whether the ONU and its adapter are plugged in and have power.', 'ONU ও অ্যাডাপ্টার লাগানো আছে কি না, বিদ্যুৎ পাচ্ছে কি না জিজ্ঞেস করুন।'],
  },
  no_light: {
    who: 'technician',
    says: [(v) => `Only this home is without light, since ${v.since}.`, (v) => `শুধু এই বাসায় আলো আসছে না, ${v.since} থেকে।`],
    next: ['Send a technician: the drop cable or its connector is broken or out.', 'টেকনিশিয়ান পাঠান: ড্রপ কেবল বা কানেক্টর ছেঁড়া বা খোলা।'],
  },
  onu_away: {
    who: 'technician',
    says: [(v) => `Only this home’s ONU is away since ${v.since}; why is not told.`, (v) => `শুধু এই বাসার ONU ${v.since} থেকে বন্ধ; কারণ জানা যায়নি।`],
    next: ['Ask for the lamps of the ONU: red LOS is the cable, dark is the power.', 'ONU-র বাতি জিজ্ঞেস করুন: লাল LOS মানে কেবল, নিভে থাকা মানে বিদ্যুৎ।'],
  },
  light_critical: {
    who: 'technician',
    says: [(v) => `The light is too weak: ${v.rx} dBm (limit ${v.limit}).`, (v) => `আলো খুব দুর্বল: ${v.rx} dBm (সীমা ${v.limit})।`],
    next: ['Clean or replace connectors and cable, and look for bends.', 'কানেক্টর ও কেবল পরিষ্কার বা বদল করুন, বাঁক আছে কি না দেখুন।'],
  },
  router_refuses: {
    who: 'network',
    says: [
      (v) => `The router does not let the line in as wanted since ${v.since}${v.said}.`,
      (v) => `${v.since} থেকে রাউটার লাইনটিকে ঠিকমতো ঢুকতে দিচ্ছে না${v.said}।`,
    ],
    next: ['See what the router says, and put that right.', 'রাউটার কী বলছে দেখে ঠিক করুন।'],
  },
  wrong_password: {
    who: 'client',
    says: [
      (v) => `His router dials in with a wrong password since ${v.since}, last at ${v.at}.`,
      (v) => `${v.since} থেকে তাঁর রাউটার ভুল পাসওয়ার্ড দিয়ে সংযোগ চাইছে, শেষবার ${v.at}।`,
    ],
    next: [
      'Have user name and password of the line typed into his router again; where nobody knows the password, set a new one here and there.',
      'লাইনের ইউজার নেম ও পাসওয়ার্ড রাউটারে আবার বসাতে বলুন; পাসওয়ার্ড কারও জানা না থাকলে এখানে ও রাউটারে নতুনটি দিন।',
    ],
  },
  not_looked_since: {
    who: 'nobody',
    says: [
      (v) => `The way to the home is fine since ${v.since}, but who is online on its router was not seen since; last ${v.at}.`,
      (v) => `${v.since} থেকে বাসা পর্যন্ত পথ ঠিক আছে, কিন্তু এরপর রাউটারে কে অনলাইন তা দেখা হয়নি; শেষ দেখা ${v.at}।`,
    ],
    next: ['Look again in some minutes; if it stays so, see why the router does not answer.', 'কয়েক মিনিট পর আবার দেখুন; একই থাকলে রাউটার কেন সাড়া দিচ্ছে না দেখুন।'],
  },
  no_session: {
    who: 'client',
    says: [
      (v) => `The way to the home is fine as far as is known, but nobody dials in${v.session}.`,
      (v) => `যত দূর জানা যায় বাসা পর্যন্ত পথ ঠিক আছে, কিন্তু সংযোগ হচ্ছে না${v.session}।`,
    ],
    next: [
      'Ask him to restart his router; check the cable from the ONU to it, and user name and password in it.',
      'রাউটার বন্ধ করে চালু করতে বলুন; ONU থেকে রাউটারের তার এবং রাউটারে ইউজার নেম ও পাসওয়ার্ড মিলিয়ে দেখুন।',
    ],
  },
}
