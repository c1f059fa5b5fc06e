import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { HotkeyHint } from '#renderer/components/hotkey-hint.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useClock, useNow, useToday } from '#renderer/lib/clock.tsx';
import { useFirstKeys } from '#renderer/lib/first-keys.ts';
import { joinWords } from '#renderer/lib/format.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import { DayRegister } from '../components/day-register.tsx';
import { MatchPanel } from '../components/match-panel.tsx';
import { RegisterForm } from '../components/register-form.tsx';
import { RotaLine } from '../components/rota-line.tsx';
import styles from '../components/visits.module.css';
import { type ReceivedArrival, WaitingGuests } from '../components/waiting-guests.tsx';
import { receiversFor } from '../hooks/receivers.ts';
import { usePhoneMatch } from '../hooks/use-phone-match.ts';
import { type RegisterFields, useRegisterDraft } from '../hooks/use-register-draft.ts';

/** The front desk: registers a visit or a call by keyboard, and says at once whose customer it is. */
export function ReceptionScreen() {
  const person = usePerson();
  return person.may('visits.write') ? <Desk me={person.id} /> : <Reading />;
}

/** For those who may look at the register and not write in it. */
function Reading() {
  const { t } = useTranslation('visits');
  return (
    <Page header={<PageHeader title={t('day.title')} />}>
      <div className={styles.desk} data-reading>
        <div className={styles.side}>
          <RotaLine />
          <DayRegister />
        </div>
      </div>
    </Page>
  );
}

function Desk({ me }: { me: number }) {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  const clock = useClock();
  const today = useToday();
  const now = useNow(30_000);
  const draft = useRegisterDraft();
  useFirstKeys();
  const { value: fields, change, drop } = draft;
  // A new form is a new set of fields: what was typed and is no value goes with it.
  const [round, setRound] = useState(0);
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState<string>();
  const { match, tookMs } = usePhoneMatch(typed ?? fields.phone ?? '');
  const rota = useQuery(ask.visits.rota({ day: today }));
  const day = useQuery(ask.visits.day({ day: today }));
  const exact = match?.matches.find((one) => one.exact);
  const owner = match?.verdict?.served === 'owner' ? match.verdict.owner : null;
  const receivers = receiversFor({
    kind: fields.kind,
    owner,
    rota: rota.data ?? [],
    me,
  });
  const receivedBy = fields.receivedBy ?? receivers[0]?.id ?? null;
  const { kind } = fields;
  // A known customer keeps what is on file unless something else is said.
  const channel = fields.channel ?? exact?.customer.channel ?? null;
  const rating = fields.rating ?? exact?.customer.rating ?? 'B';

  const edit = (part: Partial<RegisterFields>) => change({ startedAt: fields.startedAt ?? clock.now(), ...part });
  const empty = () => {
    drop();
    setTyped(undefined);
    setTried(false);
    setRound((old) => old + 1);
  };
  const register = useCommand(act.visits.register, {
    onDone: ({ owner: kept }, { name }) => {
      const receiver = receivers.find(({ id }) => id === receivedBy)?.name ?? '';
      notifications.show({ message: t(`registered.${kept}`, { name, owner: receiver }) });
      empty();
    },
  });
  const submit = () => {
    const { phone } = fields;
    const name = exact?.customer.name ?? fields.name.trim();
    if (phone === null || channel === null || name === '') {
      setTried(true);
      requestAnimationFrame(focusWrong);
      return;
    }
    void register.send({
      kind,
      customerId: null,
      name,
      phone,
      channel,
      rating,
      partySize: kind === 'call' ? 1 : (fields.partySize ?? 1),
      transport: kind === 'call' ? null : fields.transport,
      referrer: referrerOf(fields),
      intent: joinWords(
        fields.interests.map((one) => t(`interest.${one}`)),
        language,
      ),
      notes: fields.notes,
      nextFollowUpOn: fields.nextOn,
      receivedBy,
      arrivalId: kind === 'call' ? null : fields.arrivalId,
    });
  };
  const begun = fields.startedAt !== null;
  const other = kind === 'visit' ? 'call' : 'visit';
  const toggle = () => change({ kind: other });
  const askClear = () => {
    if (!begun) return;
    confirmAct({
      title: t('clearTitle'),
      consequence: t('clearText'),
      confirmLabel: t('clearDo'),
      danger: true,
      onConfirm: empty,
    });
  };
  useHotkey('F3', toggle);
  useHotkey('Escape', begun ? (event) => !isBusyElsewhere(event) && askClear() : undefined);

  const counts = day.data?.counts;
  const nth = counts === undefined ? 1 : (kind === 'call' ? counts.call : counts.firstVisit + counts.returnVisit) + 1;
  const judged = kind === 'call' ? 'call' : match?.verdict == null ? undefined : firstOrReturn(exact?.visits);
  const theirs = exact !== undefined && !exact.mine && owner !== null;
  return (
    <Page
      header={
        <PageHeader
          title={t(`title.${kind}`)}
          sub={t(`count.${kind}`, { time: `${today.slice(5)} ${timeOf(now)}`, count: nth })}
          actions={
            <div className={styles.keys}>
              <HotkeyHint keys="Enter">{t('hints.next')}</HotkeyHint>
              <HotkeyHint keys="Alt+1–9">{t('hints.option')}</HotkeyHint>
              <button type="button" onClick={toggle}>
                <HotkeyHint keys="F3">{t(kind === 'visit' ? 'hints.toCall' : 'hints.toVisit')}</HotkeyHint>
              </button>
              <button type="button" onClick={askClear}>
                <HotkeyHint keys="Esc">{t('hints.clear')}</HotkeyHint>
              </button>
            </div>
          }
        />
      }
    >
      <div className={styles.desk}>
        <div className={styles.form}>
          <RegisterForm
            key={round}
            fields={{ ...fields, channel }}
            rating={rating}
            onChange={edit}
            onPhoneText={setTyped}
            onSubmit={submit}
            busy={register.pending}
            refusal={register.refusal}
            knownName={exact?.customer.name}
            judged={judged}
            theirs={theirs}
            receivers={receivers}
            receivedBy={receivedBy}
            tried={tried}
          />
        </div>
        <div className={styles.side}>
          <MatchPanel match={match} kind={kind} tookMs={tookMs} />
          <WaitingGuests
            current={fields.arrivalId}
            onReceive={(arrival) => {
              empty();
              edit({ ...newGuest(arrival), startedAt: clock.now() });
            }}
          />
          <RotaLine />
          <DayRegister />
        </div>
      </div>
    </Page>
  );
}

/** The form of a guest who entered themselves: what they typed, the rest as the desk begins. */
function newGuest({ arrivalId, name, phone, interests }: ReceivedArrival): Partial<RegisterFields> {
  return { kind: 'visit', arrivalId, name, phone, interests };
}

/** Who is named as the referrer, or nobody. */
function referrerOf({ referrerId, referrerName, referrerPhone }: RegisterFields) {
  const name = referrerName.trim();
  if (referrerId === null && name === '' && referrerPhone === null) return null;
  return { customerId: referrerId, name, phone: referrerId === null ? referrerPhone : null };
}

function firstOrReturn(visits: number | undefined): 'firstVisit' | 'returnVisit' {
  return visits === undefined || visits === 0 ? 'firstVisit' : 'returnVisit';
}

/** Goes to the first field that is said to be wrong. */
function focusWrong(): void {
  const wrong = document.querySelector<HTMLElement>('form [aria-invalid="true"]');
  (wrong?.querySelector<HTMLElement>('[tabindex="0"]') ?? wrong)?.focus();
}

/** True while Esc belongs to something that floats: a dialog, an open list. */
function isBusyElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  // A dialog that this very key has closed is no longer in the page, but the key was still pressed inside it.
  const inside =
    target instanceof Element && target.closest('[role=dialog], [role=menu], [aria-expanded=true]') !== null;
  return inside || document.querySelector('[role=dialog], [role=menu]') !== null;
}
