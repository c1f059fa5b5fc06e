import { Checkbox, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup, FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { separatePurposes } from '#shared/domain/privacy/consents.ts';
import { paragraphsOf } from '#shared/domain/privacy/notice-text.ts';
import { type ConsentPurpose, consentPurposes } from '#shared/domain/privacy/states.ts';
import styles from './customers.module.css';

const methods = ['paper', 'screen', 'phone'] as const;

type ConsentDrawerProps = {
  customerId: number;
  name: string;
  /** What is agreed already. */
  given: readonly ConsentPurpose[];
  onClose: () => void;
};

/** Writes down what a customer agrees to, each purpose by itself, after the notice that stands beside. */
export function ConsentDrawer({ customerId, name, given, onClose }: ConsentDrawerProps) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const language = useLanguage();
  const today = useToday();
  const notice = useQuery(ask.consents.notice({ language }));
  const [purposes, setPurposes] = useState<ConsentPurpose[]>([]);
  const [method, setMethod] = useState<(typeof methods)[number]>('paper');
  const [givenOn, setGivenOn] = useState(today);
  const [missing, setMissing] = useState(false);
  const give = useCommand(act.consents.give, {
    onDone: () => {
      notifications.show({ message: t('consents.saved', { name }) });
      onClose();
    },
  });
  const tick = (purpose: ConsentPurpose, on: boolean) => {
    setMissing(false);
    setPurposes((old) => (on ? [...old, purpose] : old.filter((one) => one !== purpose)));
  };
  return (
    <SideDrawer opened onClose={onClose} label={t('consents.enterTitle')} title={t('consents.enterTitle')} sub={name}>
      <Loaded query={notice}>
        {({ edition, body }) => (
          <Form
            submitLabel={common('save')}
            onSubmit={() => {
              if (purposes.length === 0) setMissing(true);
              else void give.send({ customerId, purposes, method, givenOn, language, edition });
            }}
            onCancel={onClose}
            dirty={purposes.length > 0}
            busy={give.pending}
            error={give.refusal}
          >
            <div className={styles.fields}>
              <FieldGroup title={t('consents.choose')} hint={t('consents.chooseHint')}>
                {consentPurposes.map((purpose) => (
                  <Checkbox
                    key={purpose}
                    label={
                      separatePurposes.includes(purpose)
                        ? t('consents.separate', { purpose: t(`purposes.${purpose}`) })
                        : t(`purposes.${purpose}`)
                    }
                    description={t(`purposeTexts.${purpose}`)}
                    checked={given.includes(purpose) || purposes.includes(purpose)}
                    disabled={given.includes(purpose)}
                    onChange={(event) => tick(purpose, event.currentTarget.checked)}
                  />
                ))}
                {missing && <RefusalText refusal={{ code: 'CONSENT_MISSING' }} />}
              </FieldGroup>
              <FieldRow columns="1fr 1fr">
                <Select
                  label={t('consents.method')}
                  data={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
                  value={method}
                  allowDeselect={false}
                  onChange={(value) => setMethod(methods.find((one) => one === value) ?? 'paper')}
                />
                <DateInput
                  label={t('consents.givenOn')}
                  value={givenOn}
                  required
                  onChange={(day) => day !== null && setGivenOn(day)}
                />
              </FieldRow>
              <FieldGroup
                title={edition === 0 ? t('consents.noticeFirst') : t('consents.notice', { edition })}
                hint={t('consents.noticeHint')}
              >
                <div className={styles.notice} tabIndex={0} role="region" aria-label={t('consents.noticeHint')}>
                  {paragraphsOf(body).map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                </div>
              </FieldGroup>
            </div>
          </Form>
        )}
      </Loaded>
    </SideDrawer>
  );
}
