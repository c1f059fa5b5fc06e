import { Anchor, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';
import { gateQuery, useOpened, useOpenFolder } from './use-gate.ts';

/** The office went from here to another place: where to, what is done there, and how it would be called back. */
export function Moved({ at, to }: { at: number; to: string }) {
  const { t } = useTranslation('relocation');
  const client = useQueryClient();
  const opened = useOpened();
  const folder = useOpenFolder();
  const moving = useQuery({ queryKey: ['gate', 'moved'], queryFn: async () => (await thisPc()).relocation.state({}) });
  const reopen = async () => {
    const state = await (await thisPc()).gate.reopen({});
    if (state.kind === 'open') await opened();
    else client.setQueryData(gateQuery.queryKey, state);
  };
  return (
    <Stage title={t('moved.title')} text={t('moved.text', { movedAt: at, folder: to })} wide>
      <div className={styles.stack}>
        {moving.data?.kind === 'done' && <p className={styles.text}>{t('moved.totals', moving.data.totals)}</p>}
        <div>
          <h2 className={styles.subtitle}>{t('there')}</h2>
          <ol className={styles.todo}>
            {(['open', 'host', 'code'] as const).map((step) => (
              <li key={step}>{t(`after.${step}`)}</li>
            ))}
          </ol>
        </div>
        {folder.error !== null && <RefusalText refusal={refusalOf(folder.error)} />}
        <div className={styles.ways}>
          <Button size="md" loading={folder.isPending} onClick={() => folder.mutate()}>
            {t('moved.other')}
          </Button>
          <Anchor
            component="button"
            type="button"
            onClick={() =>
              confirmAct({
                title: t('moved.backTitle'),
                consequence: t('moved.backText'),
                confirmLabel: t('moved.backDo'),
                danger: true,
                onConfirm: reopen,
              })
            }
          >
            {t('moved.back')}
          </Anchor>
        </div>
      </div>
    </Stage>
  );
}
