import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Section } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { rights } from '#shared/api/rights.ts';
import { useChangeWords } from '../use-change-words.ts';
import { useRightsWords } from '../use-rights-words.ts';
import styles from './rights.module.css';

type Waiting = z.output<typeof rights.waiting.output>[number];

/** Dangerous rights that wait for their second person: what, who asked, and until when. Nothing where none do. */
export function WaitingRights() {
  const { t } = useTranslation('rights');
  const mayConfirm = usePerson().may('rights.confirm');
  const waiting = useQuery({ ...ask.rights.waiting({}), enabled: mayConfirm });
  if (!mayConfirm || waiting.data === undefined || waiting.data.length === 0) return null;
  return (
    <Section title={t('waiting.title')}>
      <ul className={styles.waiting} aria-label={t('waiting.title')}>
        {waiting.data.map((one) => (
          <WaitingItem key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingItem({ one }: { one: Waiting }) {
  const { t } = useTranslation('rights');
  const { t: labels } = useTranslation('labels');
  const words = useRightsWords();
  const worded = useChangeWords();
  const confirm = useCommand(act.rights.confirm);
  const refuse = useCommand(act.rights.refuse);
  const withdraw = useCommand(act.rights.withdraw);
  const { id, version, kind, person, changes, gained, reason, askedBy, askedAt, until, can } = one;
  const target = { requestId: id, version };
  const title =
    person === null
      ? t('waiting.rights', { count: changes.length })
      : t(`waiting.${kind === 'post' ? 'post' : 'person'}`, {
          name: person.name,
          post: labels(`posts.${person.wished}`),
          before: labels(`posts.${person.post}`),
        });
  const told = person === null ? changes.map(worded) : gained.map((name) => words('permissions', name));
  const own = can['withdraw'] === true;
  const settle = can['confirm'];
  return (
    <li>
      <b>{title}</b>
      <p>
        {t('waiting.asked', { name: askedBy.name })} <DateTimeText at={askedAt} />
      </p>
      {reason !== '' && <p>{reason}</p>}
      <ul>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Signal tone="amber">
        {t('waiting.until')} <DateTimeText at={until} />
      </Signal>
      {settle !== true && !own && settle !== undefined && <RefusalText refusal={settle} />}
      {own && <p>{t('waiting.own')}</p>}
      <div className={styles.buttons}>
        {settle === true && (
          <>
            <Button
              size="compact-sm"
              onClick={() =>
                confirmAct({
                  title,
                  consequence: t('waiting.consequence', { name: askedBy.name }),
                  confirmLabel: t('waiting.confirm'),
                  onConfirm: async () => {
                    await confirm.sendOrThrow(target);
                    notifications.show({ message: t('waiting.confirmed') });
                  },
                })
              }
            >
              {t('waiting.confirm')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                confirmAct({
                  title,
                  consequence: t('waiting.refuseText', { name: askedBy.name }),
                  confirmLabel: t('waiting.refuse'),
                  danger: true,
                  reason: 'required',
                  onConfirm: (why) => refuse.sendOrThrow({ ...target, reason: why }),
                })
              }
            >
              {t('waiting.refuse')}
            </Button>
          </>
        )}
        {own && (
          <Button
            size="compact-sm"
            variant="default"
            loading={withdraw.pending}
            onClick={() => void withdraw.send(target)}
          >
            {t('waiting.withdraw')}
          </Button>
        )}
      </div>
      {withdraw.refusal && <RefusalText refusal={withdraw.refusal} />}
    </li>
  );
}
