import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { formatDateTime, formatMoney } from '#renderer/lib/format.ts';
import type { LaunchPage } from '../launch-words.ts';
import styles from './launches.module.css';

/** Beside the intents: plan, published list, draw and groups. */
export function LaunchPanel({ launch }: { launch: LaunchPage }) {
  const { t } = useTranslation('launches');
  return (
    <SidePanel label={t('facts')} title={t('facts')} width={372}>
      <PanelBlock>
        <PlanFacts launch={launch} />
      </PanelBlock>
      <PanelBlock>
        <PublishedList launch={launch} />
      </PanelBlock>
      {launch.draw !== null && (
        <PanelBlock>
          <Drawn draw={launch.draw} />
          <SubjectPapers noun="launches" subjectId={launch.row.id} kinds={['drawResult']} />
        </PanelBlock>
      )}
      {launch.groups.length > 0 && (
        <PanelBlock>
          <Groups groups={launch.groups} />
        </PanelBlock>
      )}
    </SidePanel>
  );
}

function PlanFacts({ launch: { plan, desks } }: { launch: LaunchPage }) {
  const { t } = useTranslation('launches');
  const items: Fact[] = [
    { label: t('factMoney'), value: plan.intentMoney === 0 ? t('noMoney') : formatMoney(plan.intentMoney) },
    { label: t('factGroups'), value: t('perGroup', { count: plan.groupSize }) },
    { label: t('factPick'), value: t('pickRule', { seconds: plan.pickSeconds, hours: plan.pickHours }) },
    { label: t('factPasses'), value: t('passRule', { count: plan.passes }) },
    { label: t('desks'), value: desks.length === 0 ? '—' : desks.map(({ name }) => name).join('、') },
  ];
  return <Facts items={items} />;
}

function PublishedList({ launch: { published } }: { launch: LaunchPage }) {
  const { t } = useTranslation('launches');
  if (published === null)
    return (
      <>
        <h3 className={styles.title}>{t('listTitle')}</h3>
        <p className={styles.note}>{t('listNone')}</p>
      </>
    );
  const copy = () =>
    void navigator.clipboard.writeText(published.text).then(() => notifications.show({ message: t('copied') }));
  const count = published.text.split('\n').length - 1;
  return (
    <>
      <h3 className={styles.title}>{t('listTitle')}</h3>
      <p className={styles.note}>{t('listCount', { count, at: formatDateTime(published.closedAt) })}</p>
      <p className={styles.note}>{t('listHash')}</p>
      <div className={styles.hash}>{published.hash}</div>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={copy}>
          {t('copyList')}
        </Button>
      </div>
    </>
  );
}

function Drawn({ draw }: { draw: NonNullable<LaunchPage['draw']> }) {
  const { t } = useTranslation('launches');
  const items: Fact[] = [
    { label: t('columns.number'), value: draw.number },
    { label: t('seed'), value: <span className={styles.hash}>{draw.seed}</span> },
    { label: t('seedSource'), value: draw.seedSource },
    { label: t('witness'), value: draw.witness },
    {
      label: t('drawTitle'),
      key: 'by',
      value: t('drawnBy', { name: draw.drawnBy.name, at: formatDateTime(draw.drawnAt) }),
    },
  ];
  return (
    <>
      <h3 className={styles.title}>{t('drawTitle')}</h3>
      <Facts items={items} />
      <p className={styles.note}>{t('repeat')}</p>
    </>
  );
}

function Groups({ groups }: { groups: LaunchPage['groups'] }) {
  const { t } = useTranslation('launches');
  return (
    <>
      <h3 className={styles.title}>{t('groups')}</h3>
      <ul className={styles.groups}>
        {groups.map(({ id, position, fromPlace, toPlace, calledAt }) => (
          <li key={id}>
            <span>{t('groupLine', { position, from: fromPlace, to: toPlace })}</span>
            <small>{calledAt === null ? t('groupWaits') : t('groupCalled', { at: formatDateTime(calledAt) })}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
