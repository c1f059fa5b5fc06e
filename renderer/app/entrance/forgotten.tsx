import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

/** Somebody forgot their password: says who can help, and is where the two who help say so. */
export function Forgotten({ onBack }: { onBack: () => void }) {
  const [helping, setHelping] = useState(false);
  return helping ? (
    <Help onBack={() => setHelping(false)} />
  ) : (
    <WhoHelps onHelp={() => setHelping(true)} onBack={onBack} />
  );
}

function WhoHelps({ onHelp, onBack }: { onHelp: () => void; onBack: () => void }) {
  const { t } = useTranslation('entrance');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  const helpers = useQuery(ask.recoveries.helpers({}));
  const { posts = [], minutes = 30 } = helpers.data ?? {};
  const names = joinWords(
    posts.map((post) => labels(`posts.${post}`)),
    language,
  );
  return (
    <Stage title={t('forgotten.title')} text={t('forgotten.text')}>
      <div className={styles.stack}>
        <ol className={styles.todo}>
          <li>{t('forgotten.byOne')}</li>
          <li>{t('forgotten.byTwo', { posts: names })}</li>
          <li>{t('forgotten.then', { count: minutes })}</li>
        </ol>
        {helpers.error !== null && <RefusalText refusal={{ code: 'HOST_UNREACHABLE' }} />}
        <Button size="md" onClick={onHelp}>
          {t('forgotten.help')}
        </Button>
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={onBack}>
            {t('choose.back')}
          </Anchor>
        </div>
      </div>
    </Stage>
  );
}

/** One of the two helps, with their own password, and is shown their half of the code. */
function Help({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('entrance');
  const [draft, setDraft] = useState({ forgotten: '', loginName: '', password: '' });
  const [said, setSaid] = useState<string>();
  const [given, setGiven] = useState<'begun' | 'done'>();
  const help = useCommand(act.recoveries.help, {
    onDone: ({ result, left, until }) => {
      if (result === 'begun' || result === 'done') return setGiven(result);
      if (result === 'wrong') return setSaid(left === undefined ? t('wrongPlain') : t('wrong', { count: left }));
      if (result === 'lockedOut') return setSaid(t('lockedOut', { untilAt: until ?? 0 }));
      setSaid(result === 'disabled' ? t('disabled') : t(`forgotten.refused.${result}`));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (help.pending || Object.values(draft).some((text) => text.trim() === '')) return;
    setSaid(undefined);
    setDraft({ ...draft, password: '' });
    void help.send(draft);
  };
  if (given !== undefined) return <HalfOfCode forgotten={draft.forgotten} onDone={onBack} />;
  return (
    <Stage title={t('forgotten.helpTitle')} text={t('forgotten.helpText')}>
      <form className={styles.stack} onSubmit={submit}>
        <TextInput
          label={t('forgotten.forgottenName')}
          value={draft.forgotten}
          autoFocus
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, forgotten: event.currentTarget.value })}
        />
        <TextInput
          label={t('forgotten.ownName')}
          value={draft.loginName}
          autoComplete="username"
          onChange={(event) => setDraft({ ...draft, loginName: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('forgotten.ownPassword')}
          value={draft.password}
          autoComplete="current-password"
          onChange={(event) => setDraft({ ...draft, password: event.currentTarget.value })}
        />
        {said !== undefined && (
          <p className={styles.error} role="alert">
            {said}
          </p>
        )}
        {help.refusal !== undefined && <RefusalText refusal={help.refusal} />}
        <Button type="submit" size="md" loading={help.pending}>
          {t('forgotten.confirm')}
        </Button>
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={onBack}>
            {t('forgotten.back')}
          </Anchor>
        </div>
      </form>
    </Stage>
  );
}

function HalfOfCode({ forgotten, onDone }: { forgotten: string; onDone: () => void }) {
  const { t } = useTranslation('entrance');
  const half = useQuery({ ...ask.recoveries.half({}), gcTime: 0 });
  const shown = half.data?.shown ?? null;
  if (half.isPending) return <Stage title={t('forgotten.helpTitle')} />;
  if (shown === null)
    return (
      <Stage title={t('forgotten.gone')} text={t('forgotten.goneText')}>
        <Button size="md" onClick={onDone}>
          {t('forgotten.back')}
        </Button>
      </Stage>
    );
  const facts = { name: forgotten, untilAt: shown.until };
  return (
    <Stage title={t(`forgotten.${shown.which}Title`)} text={t(`forgotten.${shown.which}Text`, facts)}>
      <div className={styles.stack}>
        <output className={`${styles.code} ${styles.half}`} aria-label={t(`forgotten.${shown.which}Title`)}>
          {shown.which === 'first' ? `${shown.half}-` : `-${shown.half}`}
        </output>
        <Button size="md" onClick={onDone}>
          {t('forgotten.noted')}
        </Button>
      </div>
    </Stage>
  );
}
