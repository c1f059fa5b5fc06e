import { Button, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Form } from '#renderer/components/form.tsx';
import { Section } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Language, languages } from '#shared/domain/accounts/posts.ts';
import { paragraphsOf } from '#shared/domain/privacy/notice-text.ts';
import styles from './privacy.module.css';

/** The notice that people read before they agree, in both languages, with every edition that ever was. */
export function NoticeTexts() {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const [language, setLanguage] = useState<Language>('zh-CN');
  const [editing, setEditing] = useState(false);
  const notice = useQuery(ask.consents.notice({ language }));
  const editions = useQuery(ask.consents.notices({}));
  const past = (editions.data ?? []).filter((one) => one.language === language && one.edition !== notice.data?.edition);
  return (
    <Section
      title={t('texts.title')}
      aside={
        <div className={styles.aside}>
          <Select
            size="xs"
            w={100}
            aria-label={t('texts.language')}
            data={languages.map((value) => ({ value, label: t(`texts.languages.${value}`) }))}
            value={language}
            allowDeselect={false}
            onChange={(value) => setLanguage(languages.find((one) => one === value) ?? 'zh-CN')}
          />
          {person.may('privacy.manage') && notice.data !== undefined && (
            <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
              {t('texts.edit')}
            </Button>
          )}
        </div>
      }
    >
      <Loaded query={notice}>
        {({ edition, body }) => (
          <>
            <article className={styles.text}>
              <h3>
                {edition === 0 ? t('texts.first') : t('texts.edition', { edition })}{' '}
                <Signal tone="ok">{t('texts.inForce')}</Signal>
              </h3>
              {paragraphsOf(body).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </article>
            {editing && <TextDrawer language={language} body={body} onClose={() => setEditing(false)} />}
          </>
        )}
      </Loaded>
      {past.map(({ edition, body, at, by }) => (
        <details key={edition} className={styles.past}>
          <summary>
            {t('texts.edition', { edition })} · <DateTimeText at={at} /> · {by}
          </summary>
          <article className={styles.text}>
            {paragraphsOf(body).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </article>
        </details>
      ))}
    </Section>
  );
}

function TextDrawer({ language, body, onClose }: { language: Language; body: string; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const [text, setText] = useState(body);
  const write = useCommand(act.consents.writeNotice, {
    onDone: ({ edition }) => {
      notifications.show({ message: t('texts.saved', { edition }) });
      onClose();
    },
  });
  return (
    <SideDrawer opened onClose={onClose} label={t('texts.editTitle')} title={t('texts.editTitle')} width={640}>
      <Form
        submitLabel={common('save')}
        onSubmit={() => void write.send({ language, body: text })}
        onCancel={onClose}
        dirty={text !== body}
        busy={write.pending}
        error={write.refusal}
      >
        <div className={styles.fields}>
          <Textarea
            label={t('texts.body')}
            description={t('texts.bodyHint')}
            data-autofocus
            autosize
            minRows={16}
            maxRows={26}
            maxLength={8000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
