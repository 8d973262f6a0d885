import { useLingui } from '@lingui/react/macro'

export const STANDINGS = ['new', 'line_here', 'line_elsewhere', 'ignored', 'ours'] as const
export type Standing = (typeof STANDINGS)[number]

/** What a secret of a router is to the company, in a few words. */
export function useStandingText(): (standing: Standing) => { name: string; meaning: string } {
  const { t } = useLingui()
  return (standing) =>
    ({
      new: { name: t`Nobody’s line`, meaning: t`may become clients` },
      line_here: { name: t`Lines of this router`, meaning: t`to be taken over` },
      line_elsewhere: { name: t`Lines of no or another router`, meaning: t`to be moved here` },
      ignored: { name: t`Left as they are`, meaning: t`somebody said so` },
      ours: { name: t`Ours already`, meaning: t`nothing to do` },
    })[standing]
}
