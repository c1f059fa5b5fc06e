import { Anchor, Button, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import { usualPort } from '#shared/api/lan.ts';
import { parseHostAddress, shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import { parsePairingCode } from '#shared/domain/terminals/pairing.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';
import sheet from './join.module.css';
import { codeAsTyped } from './pairing-code.ts';
import { Stage } from './stage.tsx';
import { gateQuery, useOpened } from './use-gate.ts';

type JoinProps = {
  /** Where the host was last, and what this terminal was called there. */
  known?: { readonly address: string; readonly port: number; readonly name: string };
  /** The pass of this PC may still be good: a host that has only another address needs no code. */
  paired?: boolean;
  onBack: () => void;
};

/** Pairs this PC with a host: where it is, the code that it shows, and what this terminal is called. */
export function Join({ known, paired = false, onBack }: JoinProps) {
  const { t } = useTranslation('entrance');
  const { t: common } = useTranslation('common');
  const client = useQueryClient();
  const opened = useOpened();
  const pc = useQuery(pcRoleQuery);
  const [typed, setTyped] = useState(known === undefined ? '' : shownHostAddress(known));
  const [code, setCode] = useState('');
  const [named, setNamed] = useState<string | undefined>(known?.name);
  const [wrong, setWrong] = useState<Refusal>();
  const own = pc.data?.kind === 'none' ? pc.data : undefined;
  const name = named ?? own?.pcName.slice(0, NAME_LENGTH) ?? '';
  const join = useMutation({
    mutationFn: async ({ code: given, name: called, ...host }: Asked) => {
      const { terminal } = await thisPc();
      return given === null ? terminal.moveTo(host) : terminal.join({ ...host, code: given, name: called });
    },
    onSuccess: async (state) => {
      await opened();
      client.setQueryData(gateQuery.queryKey, state);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (join.isPending) return;
    join.reset();
    const host = parseHostAddress(typed, usualPort);
    const moves = paired && code === '';
    const parsed = parsePairingCode(code);
    const problem: Refusal | undefined =
      host === undefined
        ? { code: 'HOST_ADDRESS_INVALID' }
        : parsed === undefined && !moves
          ? { code: 'PAIRING_CODE_WRONG' }
          : undefined;
    setWrong(problem);
    if (host === undefined || problem !== undefined) return;
    join.mutate({ ...host, code: moves ? null : (parsed ?? ''), name: name.trim() });
  };
  const refusal = wrong ?? (join.error === null ? undefined : refusalOf(join.error));
  const complete = typed.trim() !== '' && (code !== '' || paired) && name.trim() !== '';
  return (
    <Stage title={t('join.title')} text={paired ? t('join.textAgain') : t('join.text')}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        {own?.unreadable === true && (
          <p className={styles.note} role="status">
            {t('join.unreadable')}
          </p>
        )}
        {own?.keychain === false && (
          <div className={styles.note} role="alert">
            <RefusalText refusal={{ code: 'KEYCHAIN_MISSING' }} />
          </div>
        )}
        <TextInput
          label={t('join.address')}
          description={t('join.addressText', { port: usualPort })}
          placeholder={`192.168.1.20:${usualPort}`}
          value={typed}
          autoFocus={known === undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={260}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Found onChoose={(address) => setTyped(address)} />
        <div className={styles.pair}>
          <TextInput
            label={t('join.code')}
            placeholder="XXXX-XXXX"
            classNames={{ input: sheet.pairingCode ?? '' }}
            value={code}
            autoFocus={known !== undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              const { value, selectionEnd } = event.currentTarget;
              // What is still being composed, or changed in its middle, stays as it is typed.
              const composing = (event.nativeEvent as InputEvent).isComposing || selectionEnd !== value.length;
              setCode(composing ? value : codeAsTyped(value, code));
            }}
            onCompositionEnd={(event) => setCode(codeAsTyped(event.currentTarget.value, ''))}
          />
          <TextInput
            label={t('join.name')}
            value={name}
            autoComplete="off"
            maxLength={NAME_LENGTH}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
        </div>
        {refusal !== undefined && (
          <div className={styles.error} role="alert">
            {refusal.code === 'HOST_UNREACHABLE' ? (
              <p>
                {t('join.nobody', { address: shownHostAddress(join.variables ?? { address: typed, port: usualPort }) })}
              </p>
            ) : (
              <RefusalText refusal={refusal} />
            )}
          </div>
        )}
        <div className={styles.row}>
          <Button type="submit" size="md" loading={join.isPending} disabled={!complete || own?.keychain === false}>
            {paired && code === '' ? t('join.connect') : t('join.pair')}
          </Button>
          <Button variant="default" size="md" disabled={join.isPending} onClick={onBack}>
            {common('back')}
          </Button>
          <span className={sheet.progress} role="status">
            {join.isPending ? t('join.pairing') : ''}
          </span>
        </div>
      </form>
    </Stage>
  );
}

/** No code: the pairing stays, at another address. */
type Asked = { address: string; port: number; code: string | null; name: string };

/** The longest name of a terminal. */
const NAME_LENGTH = 40;

/** Hosts that make themselves known on the network: one of them fills in the address. */
function Found({ onChoose }: { onChoose: (address: string) => void }) {
  const { t } = useTranslation('entrance');
  const found = useQuery({
    queryKey: ['gate', 'hosts'],
    queryFn: async () => (await thisPc()).terminal.find({}),
    refetchOnMount: 'always',
  });
  const hosts = found.data ?? [];
  return (
    <section className={sheet.found} aria-label={t('join.found')}>
      <header>
        <span role="status">
          {found.isFetching ? t('join.looking') : hosts.length === 0 ? t('join.none') : t('join.found')}
        </span>
        <Anchor
          component="button"
          type="button"
          className={sheet.again}
          disabled={found.isFetching}
          onClick={() => void found.refetch()}
        >
          <IconRefresh size={14} aria-hidden="true" />
          {t('join.lookAgain')}
        </Anchor>
      </header>
      {hosts.length > 0 && (
        <ul>
          {hosts.map((host) => (
            <li key={shownHostAddress(host)}>
              <button type="button" onClick={() => onChoose(shownHostAddress(host))}>
                <b>
                  {host.officeName === '' ? host.host : host.officeName}
                  {host.own && <small>{t('join.own')}</small>}
                </b>
                <span>{host.host}</span>
                <span>{shownHostAddress(host)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
