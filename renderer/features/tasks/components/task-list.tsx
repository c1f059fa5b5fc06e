import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { moveCursor } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { relativeDays } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { dayOf, daysBetween } from '#shared/kernel/local-date.ts';
import { useDueWords, useTaskWords } from '../hooks/use-task-words.ts';
import { type Day, type DayTask, groupTasks, placeOf } from '../task-groups.ts';
import styles from './task-list.module.css';

/** What must be done, by deadline, and what others must do: one line each. Arrow keys choose, Enter opens. */
export function TaskList({ day }: { day: Day }) {
  const { t } = useTranslation('tasks');
  const now = useNow(30_000);
  const list = useRef<HTMLDivElement>(null);
  const groups = groupTasks(day.tasks, now);
  const order = groups.flatMap(({ tasks }) => tasks);
  const roving = useRovingRows(list, order.length + day.waiting.length);
  return (
    <div ref={list} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
      <Section
        title={t('title')}
        count={day.tasks.length}
        aside={<span aria-hidden="true">{day.tasks.length > 0 ? t('hint') : t('byDeadline')}</span>}
        flush
      >
        {groups.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
        {groups.map(({ group, tasks }) => (
          <section key={group} aria-label={t(`groups.${group}`)}>
            <h3 className={styles.group} data-group={group}>
              {t(`groups.${group}`)} <span>{tasks.length}</span>
            </h3>
            <ol>
              {tasks.map((task) => (
                <li key={`${task.kind} ${task.subjectId}`}>
                  <TaskRow task={task} now={now} chosen={order[roving.at] === task} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </Section>
      {day.waiting.length > 0 && (
        <Section title={t('waiting')} count={day.waiting.length} flush>
          <ol>
            {day.waiting.map((one, index) => (
              <li key={one.approvalId}>
                <WaitingRow request={one} now={now} chosen={order.length + index === roving.at} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

/** One row of the list holds the focus; the arrow keys move it, also when nothing on the page has been touched yet. */
function useRovingRows(list: RefObject<HTMLDivElement | null>, count: number) {
  const [last, setAt] = useState(0);
  const at = Math.min(last, Math.max(0, count - 1));
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])];
  const move = (key: string, from: number): boolean => {
    const all = rows();
    const next = moveCursor(key, from, all.length, 10);
    if (next === undefined) return false;
    all[next]?.focus();
    return true;
  };
  const latest = useRef({ at, move });
  useEffect(() => {
    latest.current = { at, move };
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const idle = document.activeElement === document.body || document.activeElement?.tagName === 'MAIN';
      if (!idle || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        latest.current.move('Home', 0);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return {
    at,
    onFocus: (event: FocusEvent) => {
      const found = rows().indexOf(event.target as HTMLElement);
      if (found >= 0) setAt(found);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
      if (move(event.key, at)) event.preventDefault();
    },
  };
}

type TaskRowProps = { task: DayTask; now: number; chosen: boolean };

function TaskRow({ task, now, chosen }: TaskRowProps) {
  const { wordsOf } = useTaskWords();
  const due = useDueWords()(task, now);
  const words = wordsOf(task, task.dueAt < now);
  return (
    <Line {...placeOf(task)} {...words} chosen={chosen}>
      <Signal tone={due.tone} solid={due.tone === 'seal'}>
        {due.text}
      </Signal>
    </Line>
  );
}

type WaitingRowProps = { request: Day['waiting'][number]; now: number; chosen: boolean };

function WaitingRow({ request, now, chosen }: WaitingRowProps) {
  const { t } = useTranslation('tasks');
  const { t: approvals } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const { t: common } = useTranslation('common');
  const language = useLanguage();
  const asked = dayOf(request.requestedAt);
  const today = dayOf(now);
  return (
    <Line
      {...placeOf({ noun: 'approvals', subjectId: request.approvalId })}
      sentence={t('waitingFor', {
        post: labels(`posts.${request.requiredPost}`),
        what: approvals(`kinds.${request.kind}`),
      })}
      about={request.unit}
      person={request.person ?? ''}
      place={t('places.approvals')}
      chosen={chosen}
    >
      <span className={styles.since}>
        {daysBetween(asked, today) === 0 ? common('today') : relativeDays(asked, today, language)}
      </span>
    </Line>
  );
}

type LineProps = {
  to: string;
  search?: Readonly<Record<string, number | string>>;
  sentence: string;
  about: string;
  person: string;
  place: string;
  chosen: boolean;
  children: ReactNode;
};

function Line({ to, search, sentence, about, person, place, chosen, children }: LineProps) {
  return (
    <Link
      to={to}
      {...(search === undefined ? {} : { search })}
      className={styles.line}
      data-line
      data-chosen={chosen || undefined}
      tabIndex={chosen ? 0 : -1}
      activeProps={{}}
    >
      <span className={styles.due}>{children}</span>
      <span className={styles.sentence} title={sentence}>
        {sentence}
      </span>
      <span title={about}>{about === '' ? '—' : about}</span>
      <span title={person}>{person === '' ? '—' : person}</span>
      <span className={styles.place}>{place}</span>
      <IconChevronRight size={15} stroke={1.75} aria-hidden="true" />
    </Link>
  );
}
