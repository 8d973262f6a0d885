/** Sends as an administrator would; answers what was made. */
export type Post = (path: string, data: unknown, method?: 'POST' | 'PATCH') => Promise<{ id: number }>

/** A company that is set up: something on each of its pages, made by the API as its people would. Answers ids by the words of addresses. */
export async function fillSetUp(send: Post, today: string): Promise<{ PACKAGE: number; USER: number }> {
  const next = `${Number(today.slice(0, 4)) + 1}-01-01`
  const vat = await send('/vat-rates', { code: 'internet', name: 'Internet service', starts_on: '2020-01-01', rate_bp: 500 })
  await send(`/vat-rates/${vat.id}/versions`, { starts_on: next, rate_bp: 750 })
  const plan = await send('/packages', {
    code: 'BIZ-50',
    name: 'Business 50 Mbps',
    description: 'With a public address and a reply within two hours.',
    starts_on: '2020-01-01',
    price_minor: 250_000,
    vat_rate_id: vat.id,
    download_kbps: 50_000,
    upload_kbps: 50_000,
    router_profile: 'biz-50',
    approval_no: 'BTRC/2025/117',
    approved_on: '2025-05-18',
  })
  await send(`/packages/${plan.id}/versions`, { starts_on: next, price_minor: 270_000 })
  await send('/packages', {
    code: 'WEEK-10',
    name: 'সাপ্তাহিক ১০',
    price_minor: 20_000,
    download_kbps: 10_000,
    upload_kbps: 5_000,
    validity_count: 7,
    validity_unit: 'day',
  })
  await send('/billing-policies', { code: 'CORPORATE', name: 'Corporate', due_days: 30, grace_days: 10, first_period: 'full', late_fee_bp: 200 })

  const branch = await send('/branches', { code: 'CTG', name: 'চট্টগ্রাম', phone: '031-255000', address: 'Agrabad, Chattogram' })
  const district = await send('/areas', { name: 'Agrabad', branch_id: branch.id, colour: '#f97316' })
  await send('/areas', { name: 'সিডিএ আবাসিক এলাকা, রোড ২৭', parent_id: district.id, branch_id: branch.id, colour: '#22c55e' })
  const reseller = await send('/resellers', { code: 'KN', name: 'Karim Networks', phone: '01711555000', branch_id: branch.id })
  await send('/resellers', { code: 'KN-2', name: 'Karim Networks, Halishahar', branch_id: branch.id, parent_id: reseller.id })
  await send('/custom-fields', { entity: 'client', key: 'building', label_en: 'Building', label_bn: 'ভবন', type: 'text' })
  await send('/custom-fields', {
    entity: 'client',
    key: 'found_by',
    label_en: 'How he found us',
    label_bn: 'কীভাবে জেনেছেন',
    type: 'choice',
    choices: ['Neighbour', 'Poster', 'Facebook'],
    is_required: false,
  })
  await send('/tags', { name: 'late payer' })
  await send('/tags', { name: 'নতুন ভবন' })
  const client = { name: 'Sultana Razia', phone: '01911222333', branch_id: branch.id, joined_on: today, tags: ['late payer'] }
  await send('/clients', { ...client, district: 'Chattogram', upazila: 'Double Mooring' })
  await send('/clients', { ...client, name: 'Jamal Hossain', phone: '01911222334', district: 'Chittagong', reseller_id: reseller.id })

  await send('/settings', { values: { 'company.name': 'Padma Net', 'payments.largest_minor': 50_000_000, 'auth.session_hours': 24 } }, 'PATCH')
  await send('/roles', { key: 'field_team', name: 'Field team', permissions: ['client.view', 'package.view', 'ticket.view', 'ticket.answer'] })
  const made = (await send('/users', {
    username: 'karim',
    full_name: 'Karim Uddin',
    role: 'branch_manager',
    scope_kind: 'branches',
    branch_ids: [branch.id],
    phone: '01711999000',
  })) as unknown as { user: { id: number } }
  await send('/users', { username: 'nasir', full_name: 'নাসির আহমেদ', role: 'field_team', locale: 'bn' })
  return { PACKAGE: plan.id, USER: made.user.id }
}
