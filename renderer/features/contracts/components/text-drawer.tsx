import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { TextChanges } from '#renderer/components/text-changes.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

/** What the text in force says otherwise than that of a draft, and the act that takes the draft to it. */
export function TextDrawer({ detail, onClose }: { detail: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const { row, version, draft, text, template } = detail;
  const newer = useQuery({
    ...ask.templates.detail({ form: draft.form, templateId: template.newer?.templateId ?? null }),
    enabled: template.newer !== null,
  });
  const take = useCommand(act.contracts.takeText, {
    onDone: () => {
      notifications.show({ message: t('text.taken', { number: row.number }) });
      onClose();
    },
  });
  const title = t('text.look');
  const from = [template.own?.name, template.edition].join(' ').trim();
  const to = [template.newer?.name, template.newer?.edition].join(' ').trim();
  return (
    <SideDrawer opened width={720} label={title} title={title} sub={t('text.fromTo', { from, to })} onClose={onClose}>
      <Form
        submitLabel={t('text.take')}
        onCancel={onClose}
        busy={take.pending}
        error={take.refusal}
        onSubmit={() => {
          if (newer.data !== undefined) void take.send({ contractId: row.id, version });
        }}
      >
        <p className={styles.hint}>{t('text.consequence')}</p>
        <Loaded query={newer}>{(found) => <TextChanges before={text} after={found.text} />}</Loaded>
      </Form>
    </SideDrawer>
  );
}
