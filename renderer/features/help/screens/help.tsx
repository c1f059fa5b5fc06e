import { Button, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { type WorkDesk, workDeskOf, workDesks } from '#shared/domain/accounts/desks.ts';
import { addresses, type PlaceName } from '../outline.ts';
import { everywhere, type HelpLine, helpParts, pageOf, searchHelp } from '../search.ts';
import styles from './help.module.css';

const addressSchema = z.object({
  desk: z.enum(workDesks).optional(),
  text: z.string().max(60).optional(),
});

/** The help: a page for each desk, searched as a whole. Esc goes back to where one was. */
export function HelpScreen() {
  const { t } = useTranslation('help');
  const router = useRouter();
  const [{ desk, text = '' }, change] = useAddressState(addressSchema);
  const session = useQuery(ask.session.current({}));
  const own = session.data?.state === 'open' ? workDeskOf(session.data.person.post) : 'frontDesk';
  const shown = desk ?? own;
  const back = () => router.history.back();
  useHotkey('Escape', text === '' ? back : () => change({ text: undefined }, { replace: true }));
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          actions={
            <>
              <TextInput
                aria-label={t('search')}
                placeholder={t('searchHint')}
                size="xs"
                className={styles.search}
                leftSection={<IconSearch size={14} aria-hidden="true" />}
                value={text}
                autoFocus
                onChange={(event) => change({ text: event.currentTarget.value || undefined }, { replace: true })}
              />
              <Button variant="default" onClick={back}>
                {t('close')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={styles.body}>
        <nav className={styles.desks} aria-label={t('pages')}>
          {workDesks.map((one) => (
            <Link
              key={one}
              to={'/help' as string}
              search={{ desk: one } as never}
              replace
              data-current={(one === shown && text.trim() === '') || undefined}
              activeProps={{}}
            >
              {t(`desks.${one}.name`)}
            </Link>
          ))}
        </nav>
        <ScrollArea label={t('title')}>
          {text.trim() === '' ? <DeskPage key={shown} desk={shown} /> : <Found text={text.trim()} />}
        </ScrollArea>
      </div>
    </Page>
  );
}

/** What a search finds, by desk. */
function Found({ text }: { text: string }) {
  const { t } = useTranslation('help');
  const hits = searchHelp(text, useLanguage());
  if (hits.length === 0) return <EmptyState title={t('nothing', { text })} />;
  return (
    <div className={styles.page}>
      <p className={styles.count} role="status">
        {t('found', { count: hits.length })}
      </p>
      {[...workDesks, 'everywhere' as const].map((desk) => {
        const lines = hits.filter((hit) => hit.desk === desk);
        return (
          lines.length > 0 && (
            <Section
              key={desk}
              title={desk === 'everywhere' ? t('everywhere') : t(`desks.${desk}.name`)}
              count={lines.length}
            >
              <Lines lines={lines} />
            </Section>
          )
        );
      })}
    </div>
  );
}

function DeskPage({ desk }: { desk: WorkDesk }) {
  const { t } = useTranslation('help');
  const language = useLanguage();
  const { name, about, parts } = pageOf(desk, language);
  const common = everywhere(language);
  return (
    <article className={styles.page} aria-label={name}>
      <header className={styles.about}>
        <h2>{name}</h2>
        <p>{about}</p>
      </header>
      {helpParts.map((part) => (
        <Section key={part} title={t(part)}>
          <Lines lines={parts[part]} numbered={part === 'first'} />
        </Section>
      ))}
      <Section title={t('everywhere')}>
        <Lines lines={[...common.keys, ...common.refused]} />
      </Section>
    </article>
  );
}

function Lines({ lines, numbered = false }: { lines: readonly HelpLine[]; numbered?: boolean }) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={styles.lines} data-numbered={numbered || undefined}>
      {lines.map(({ id, text, place, keys }) => (
        <li key={`${id} ${text}`}>
          {keys !== null && (
            <span className={styles.keys}>
              <Kbd>{keys}</Kbd>
            </span>
          )}
          <span>
            {text}
            {place !== null && (
              <>
                {' '}
                <PlaceLink place={place} />
              </>
            )}
          </span>
        </li>
      ))}
    </List>
  );
}

/** The page on which a step is done, by its own name. */
function PlaceLink({ place }: { place: PlaceName }) {
  const { t } = useTranslation('shell');
  return (
    <Link to={addresses[place] as string} className={styles.place}>
      {t(`pages.${place}`)}
    </Link>
  );
}
