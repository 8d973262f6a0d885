import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCash, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useMay, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Page } from '../../ui/page.tsx'
import { useTakePayment } from '../shell/take-payment-from.ts'
import { BooksCard } from './books-card.tsx'
import { ClientsFigures } from './clients-figures.tsx'
import { DrawerCard } from './drawer-card.tsx'
import { FibreFigures } from './fibre-figures.tsx'
import { FirstSteps } from './first-steps.tsx'
import styles from './home.module.css'
import { MoneyIn } from './money-in.tsx'
import { NetworkFigures } from './network-figures.tsx'
import { RecentActivity } from './recent-activity.tsx'
import { WaitingForMe } from './waiting.tsx'
import { WalletsCard } from './wallets-card.tsx'
import { WorkCard } from './work-card.tsx'

// Pictures come after the figures; nobody waits for them.
const CollectionsChart = lazy(() => import('./collections-chart.tsx'))
const DuesChart = lazy(() => import('./dues-chart.tsx'))
const GrowthChart = lazy(() => import('./growth-chart.tsx'))
const BilledChart = lazy(() => import('./billed-chart.tsx'))

/** The morning's page: what waits, the money, the clients, what is under way; as much of it as the role may see. */
export function HomePage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const { user } = useMe()
  const seesMoney = may('report.financial')
  const takePayment = useTakePayment()
  const actions = (
    <>
      {may('client.create') && (
        <Button component={Link} to="/clients/new" variant="default" leftSection={<IconUserPlus size={16} />}>
          <Trans>Register a client</Trans>
        </Button>
      )}
      {may('payment.take') && (
        <Button visibleFrom="sm" leftSection={<IconCash size={16} />} onClick={() => takePayment()}>
          <Trans>Take a payment</Trans>
        </Button>
      )}
    </>
  )
  return (
    <Page title={t`Good day, ${user.full_name}`} note={format.date(format.today())} actions={actions}>
      {may('package.view') && may('client.create') && <FirstSteps />}
      <WaitingForMe />
      <MoneyIn />
      {(seesMoney || may('payment.take')) && (
        <div className={styles.charts}>
          <Pictured>
            <CollectionsChart />
          </Pictured>
          {seesMoney ? (
            <Pictured>
              <DuesChart />
            </Pictured>
          ) : (
            <DrawerCard />
          )}
        </div>
      )}
      {may('client.view') && <ClientsFigures />}
      {may('router.view') && <NetworkFigures />}
      {may('olt.view') && <FibreFigures />}
      {may('report.view') && (
        <div className={styles.charts}>
          <Pictured>
            <GrowthChart />
          </Pictured>
          {seesMoney && may('invoice.view') && (
            <Pictured>
              <BilledChart />
            </Pictured>
          )}
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {(may('invoice.run') || may('client.import') || may('client.export')) && <WorkCard />}
          {may('job.view') && <BooksCard />}
          {seesMoney && <DrawerCard />}
        </div>
        <div className={styles.column}>{may('wallet.view') && <WalletsCard />}</div>
        <div className={styles.column}>{may('audit.view') && <RecentActivity />}</div>
      </div>
    </Page>
  )
}

/** Keeps the place of a picture until it is there. */
const Pictured = ({ children }: { children: ReactNode }) => <Suspense fallback={<div className={styles.place} />}>{children}</Suspense>
