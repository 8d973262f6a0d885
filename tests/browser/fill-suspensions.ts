import type { Post } from './fill-set-up.ts'

/** Somebody who owes and was cut by hand, somebody who promised to pay, one who is exempt, and a holiday. Answers the run. */
export async function fillSuspensions(send: Post, { branch, plan, today }: { branch: number; plan: number; today: string }): Promise<{ id: number }> {
  const month = today.slice(0, 7)
  const policy = await send('/billing-policies', { code: 'STRICT', name: 'Strict', due_days: 0, grace_days: 0 })
  const owing: number[] = []
  for (const name of ['Late Latif', 'Promising Parvin', 'Exempt Enam']) {
    const subscription = { package_id: plan, billing_policy_id: policy.id, joined_on: `${month}-01`, activated_on: `${month}-01` }
    const { id } = await send('/clients', { name, phone: `0191100000${owing.length}`, branch_id: branch, joined_on: `${month}-01`, subscription })
    await send('/invoices', { client_id: id, issued_on: `${month}-01` })
    owing.push(id)
  }
  const [late = 0, promising = 0, exempt = 0] = owing
  // On the first of a month nobody is overdue yet.
  if (!today.endsWith('-01')) await send(`/clients/${promising}/promises`, { promised_on: today, note: 'Her brother brings it in the evening' })
  await send(`/clients/${exempt}/whitelisting`, { reason: 'Serves our tower', until: null })
  return await send('/suspensions', { client_ids: [late] })
}
