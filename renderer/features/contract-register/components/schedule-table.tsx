import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow } from '#renderer/components/filters.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { contractRegister } from '#shared/api/contract-register.ts';
import { mondayOf, type ScheduledAct } from '#shared/domain/contract-register/schedule.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import styles from './schedule.module.css';

type Answer = z.output<typeof contractRegister.schedule.output>;
type Row = Answer['acts'][number];
type Tally = Row['late'];

/** One figure of the table: what is late, or what falls in a week. */
type Cell = { readonly act: ScheduledAct; readonly late: boolean; readonly from: LocalDate; readonly to: LocalDate };

/** Weeks that stand beside each other. */
const WEEKS = 6;

type ScheduleTableProps = { from: LocalDate | undefined; onFrom: (from: LocalDate | undefined) => void };

/** What is due and done of all deals, week by week: signing, payment, loans, filing, delivery (签约排期汇总). */
export function ScheduleTable({ from, onFrom }: ScheduleTableProps) {
  const { t } = useTranslation('register');
  const today = useToday();
  const first = mondayOf(from ?? today);
  const schedule = useQuery(ask.contractRegister.schedule({ from: first, weeks: WEEKS }));
  const [opened, setOpened] = useState<Cell>();
  const columns = useScheduleColumns(schedule.data?.weeks ?? [], mondayOf(today), setOpened);
  const move = (days: number) => {
    const next = addDays(first, days);
    onFrom(next === mondayOf(today) ? undefined : next);
  };
  return (
    <ListBody>
      <ListMain>
        <DataTable
          id="contract-schedule"
          label={t('scheduleTitle')}
          columns={columns}
          rows={schedule.data?.acts}
          rowKey={({ act }) => act}
          error={schedule.error}
          onRetry={() => void schedule.refetch()}
          filters={
            <FilterRow>
              <ActionIcon variant="default" size={28} aria-label={t('earlier')} onClick={() => move(-7)}>
                <IconChevronLeft size={16} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon variant="default" size={28} aria-label={t('later')} onClick={() => move(7)}>
                <IconChevronRight size={16} aria-hidden="true" />
              </ActionIcon>
              {first !== mondayOf(today) && (
                <Button size="xs" variant="default" onClick={() => onFrom(undefined)}>
                  {t('toNow')}
                </Button>
              )}
            </FilterRow>
          }
          summary={t('choose')}
          exports={{ list: 'contractSchedule', title: t('scheduleTitle'), scope: 'all', filter: { from: first } }}
          empty={<EmptyState title={t('scheduleEmpty')} />}
          fill
        />
      </ListMain>
      {opened !== undefined && <ScheduledDeals cell={opened} onClose={() => setOpened(undefined)} />}
    </ListBody>
  );
}

function useScheduleColumns(
  weeks: Answer['weeks'],
  monday: LocalDate,
  onOpen: (cell: Cell) => void,
): readonly Column<Row>[] {
  const { t } = useTranslation('register');
  return useMemo(() => {
    const short = (day: LocalDate) => day.slice(5);
    const head = (from: LocalDate, to: LocalDate) =>
      from === monday ? t('thisWeek') : t('weekOf', { from: short(from), to: short(to) });
    const first = weeks[0]?.from ?? monday;
    const last = weeks.at(-1)?.to ?? monday;
    return [
      { id: 'act', header: t('act'), width: 92, fixed: true, sortable: false, value: ({ act }) => t(`acts.${act}`) },
      {
        id: 'late',
        header: t('late'),
        width: 132,
        sortable: false,
        value: ({ late }) => late.count,
        cell: ({ act, late }) => (
          <Figures open={late} isLate onOpen={() => onOpen({ act, late: true, from: first, to: last })} />
        ),
      },
      ...weeks.map(
        ({ from, to }, index): Column<Row> => ({
          id: from,
          header: head(from, to),
          sortable: false,
          value: (row) => row.weeks[index]?.open.count ?? 0,
          cell: (row) => {
            const week = row.weeks[index];
            return (
              week && (
                <Figures
                  open={week.open}
                  done={week.done}
                  onOpen={() => onOpen({ act: row.act, late: false, from, to })}
                />
              )
            );
          },
        }),
      ),
    ];
  }, [t, weeks, monday, onOpen]);
}

function Figures({
  open,
  done,
  isLate = false,
  onOpen,
}: {
  open: Tally;
  done?: Tally;
  isLate?: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation('register');
  if (open.count === 0 && (done?.count ?? 0) === 0) return <span className={styles.none}>–</span>;
  return (
    <button type="button" className={styles.cell} data-late={isLate || undefined} onClick={onOpen}>
      {open.count > 0 && (
        <span>
          {!isLate && <em>{t('open')}</em>} <Sum of={open} />
        </span>
      )}
      {done !== undefined && done.count > 0 && (
        <span className={styles.done}>
          <em>{t('doneOf')}</em> <Sum of={done} />
        </span>
      )}
    </button>
  );
}

/** How many deals and what they come to, apart from each other: not one number. */
function Sum({ of: { count, amount } }: { of: Tally }) {
  return (
    <>
      <b>{count}</b> · <Money value={amount} />
    </>
  );
}

function ScheduledDeals({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const { t } = useTranslation('register');
  const deals = useQuery(ask.contractRegister.scheduled(cell));
  const range = cell.late ? t('late') : t('weekOf', { from: cell.from.slice(5), to: cell.to.slice(5) });
  const title = t('scheduledTitle', { act: t(`acts.${cell.act}`), range });
  return (
    <SidePanel width={388} label={title} title={title} onClose={onClose}>
      <Loaded query={deals} skeletonRows={8}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('scheduleEmpty')} />
          ) : (
            <PanelBlock>
              <Facts
                items={found.map((deal) => ({
                  key: deal.key,
                  label: (
                    <Anchor
                      component={Link}
                      size="sm"
                      to={
                        (deal.contractId === null
                          ? `/contracts/subscriptions/${deal.subscriptionId}`
                          : `/contracts/contracts/${deal.contractId}`) as string
                      }
                    >
                      {deal.unit}
                    </Anchor>
                  ),
                  value: (
                    <span className={styles.deal}>
                      <span>
                        {deal.buyers} · {deal.consultant}
                      </span>
                      <span>
                        {deal.on} <Money value={deal.amount} /> {deal.done && t('doneOf')}
                      </span>
                    </span>
                  ),
                }))}
              />
            </PanelBlock>
          )
        }
      </Loaded>
    </SidePanel>
  );
}
