import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { CaseDetail } from '../case-list.ts';
import styles from './cases.module.css';

/** Gives a case to somebody: who has how many already stands beside each name. */
export function AssignDrawer({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const { row } = detail;
  const [version] = useState(detail.version);
  const [personId, setPersonId] = useState(row.responsibleId);
  const people = useQuery(ask.cases.assignees({}));
  const assign = useCommand(act.cases.assign, { onDone: onClose });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('assign')}
      title={t('assign')}
      sub={`${row.buyer} · ${row.unit}`}
      width={400}
    >
      <Loaded query={people}>
        {(found) => (
          <Form
            submitLabel={common('save')}
            onSubmit={() => {
              if (personId !== null) void assign.send({ caseId: row.id, version, personId });
            }}
            onCancel={onClose}
            dirty={personId !== row.responsibleId}
            busy={assign.pending}
            error={assign.refusal}
          >
            <div className={styles.fields}>
              <p>{t('assignHint')}</p>
              <PersonSelect
                label={t('responsible')}
                required
                people={found.map(({ id, name, post, open }) => ({
                  id,
                  name,
                  note: `${labels(`posts.${post}`)} · ${t('assignOpen', { count: open })}`,
                }))}
                value={personId}
                onChange={setPersonId}
              />
            </div>
          </Form>
        )}
      </Loaded>
    </SideDrawer>
  );
}
