import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClausesField } from '#renderer/components/clauses-field.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FilingFiles } from '#renderer/components/missing-files.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { AgreementDetail } from '../agreement-types.ts';
import styles from './agreement.module.css';

type RefileProps = DrawerProps & { onAdd: (kind: AttachmentKind) => void };

type DrawerProps = { detail: AgreementDetail; onClose: () => void };

/** The clauses of an agreement in words of its own. */
export function ClausesDrawer({ detail, onClose }: DrawerProps) {
  const { t } = useTranslation('agreements');
  const [clauses, setClauses] = useState<readonly string[]>(detail.clauses);
  const edit = useCommand(act.agreements.edit, { onDone: onClose });
  const title = t('editClauses');
  return (
    <SideDrawer opened width={560} label={title} title={title} sub={detail.row.number} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={clauses.join('\n') !== detail.clauses.join('\n')}
        busy={edit.pending}
        error={edit.refusal}
        onSubmit={() =>
          void edit.send({
            agreementId: detail.row.id,
            version: detail.version,
            clauses: clauses.map((one) => one.trim()),
          })
        }
      >
        <ClausesField clauses={clauses} onClauses={setClauses} />
      </Form>
    </SideDrawer>
  );
}

/** Enters that the registry has been told of an agreement. */
export function RefileDrawer({ detail, onClose, onAdd }: RefileProps) {
  const { t } = useTranslation('agreements');
  const today = useToday();
  const [number, setNumber] = useState('');
  const [refiledOn, setRefiledOn] = useState<LocalDate | null>(today);
  const refile = useCommand(act.agreements.refile, { onDone: onClose });
  const title = t('actions.refile');
  return (
    <SideDrawer opened label={title} title={title} sub={detail.row.number} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={number !== ''}
        busy={refile.pending}
        error={refile.refusal}
        onSubmit={() => {
          if (refiledOn !== null)
            void refile.send({
              agreementId: detail.row.id,
              version: detail.version,
              number: number.trim(),
              refiledOn,
            });
        }}
      >
        <div className={styles.stack}>
          <FilingFiles files={detail.files} onClose={onClose} onAdd={onAdd} />
          <TextInput
            label={t('refileNumber')}
            required
            minLength={4}
            maxLength={40}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t('refiledOn')} required value={refiledOn} onChange={setRefiledOn} to={today} />
        </div>
      </Form>
    </SideDrawer>
  );
}
