import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Facts, Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { RelocationState } from '#shared/api/pc.ts';
import { Moving } from '../components/moving.tsx';
import styles from '../components/relocation.module.css';
import { useRelocation } from '../use-relocation.ts';

/** Moves the office to another PC: what will happen, how far it is, and what is done there. */
export function MoveScreen() {
  const { t } = useTranslation('relocation');
  const { state, begin, stop } = useRelocation();
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <Loaded query={state}>
        {(found) =>
          found.kind === 'idle' && !found.able ? (
            <EmptyState title={t('elsewhereTitle')} text={t('elsewhereText')} />
          ) : (
            <div className={styles.columns}>
              <ScrollArea label={t('will')}>
                <Section title={t('will')}>
                  <Numbered of={['papers', 'copy', 'check', 'mark']} />
                </Section>
                <Section title={t('there')}>
                  <AfterMoving />
                </Section>
              </ScrollArea>
              <div>
                <Section title={found.kind === 'running' ? t('moving') : t('before')}>
                  <div className={styles.start}>
                    {found.kind === 'running' ? (
                      <Moving state={found} onStop={() => stop.mutate()} />
                    ) : (
                      <Start state={found} onBegin={() => begin.mutateAsync()} />
                    )}
                  </div>
                </Section>
              </div>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Numbered({ of }: { of: readonly ('papers' | 'copy' | 'check' | 'mark')[] }) {
  const { t } = useTranslation('relocation');
  return (
    <ol className={styles.list}>
      {of.map((step) => (
        <li key={step}>{t(`plan.${step}`)}</li>
      ))}
    </ol>
  );
}

function AfterMoving() {
  const { t } = useTranslation('relocation');
  return (
    <ol className={styles.list}>
      {(['open', 'host', 'code'] as const).map((step) => (
        <li key={step}>{t(`after.${step}`)}</li>
      ))}
    </ol>
  );
}

type StartProps = { state: Exclude<RelocationState, { kind: 'running' }>; onBegin: () => Promise<unknown> };

/** What is about to be copied, what stands in the way, and the button. */
function Start({ state, onBegin }: StartProps) {
  const { t } = useTranslation('relocation');
  const { t: common } = useTranslation('common');
  const health = useQuery(ask.health.report({}));
  const hindrance = state.kind === 'idle' ? state.hindrance : null;
  const { database, blobs, terminals } = health.data ?? {};
  // What was written last lies beside the database and is copied into it.
  const databaseBytes = (database?.sizeBytes ?? 0) + (database?.walBytes ?? 0);
  const sizeBytes = databaseBytes + (blobs?.sizeBytes ?? 0);
  return (
    <>
      <Facts
        items={[
          {
            label: t('size'),
            value: database === undefined ? '–' : t('sizeOf', { sizeBytes, databaseBytes }),
          },
          {
            label: t('connected'),
            value:
              terminals === undefined
                ? '–'
                : terminals.length === 0
                  ? common('none')
                  : t('connectedOf', { count: terminals.length }),
          },
        ]}
      />
      {state.kind === 'failed' && (
        <div className={styles.failed} role="alert">
          <RefusalText refusal={state.refusal} />
          <p className={styles.note}>{t('failed')}</p>
        </div>
      )}
      {state.kind === 'stopped' && (
        <p className={styles.note} role="status">
          {t('stopped')}
        </p>
      )}
      {hindrance !== null && (
        <div role="alert">
          <RefusalText refusal={hindrance} />
          <Link to="/administration/accounts">{t('toPeople')}</Link>
        </div>
      )}
      <Button
        disabled={hindrance !== null}
        onClick={() =>
          confirmAct({
            title: t('beginTitle'),
            consequence: t('beginText'),
            confirmLabel: t('begin'),
            danger: true,
            onConfirm: onBegin,
          })
        }
      >
        {state.kind === 'failed' || state.kind === 'stopped' ? t('again') : t('begin')}
      </Button>
    </>
  );
}
