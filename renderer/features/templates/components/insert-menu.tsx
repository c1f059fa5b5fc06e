import { Button, Menu, ScrollArea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunLabel } from '#renderer/components/use-run-label.ts';
import { contractFields, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { factNames, type Run } from '#shared/domain/contracts/text/clauses.ts';
import { type ContractText, numberedArticles } from '#shared/domain/contracts/text/contract-text.ts';

/** Everything that can be put into a paragraph, found by typing: fields, facts, references. */
export function InsertMenu({ text, onInsert }: { text: ContractText; onInsert: (run: Exclude<Run, string>) => void }) {
  const { t } = useTranslation('templates');
  const [wanted, setWanted] = useState('');
  const labelOf = useRunLabel(text);
  const groups: readonly (readonly [string, readonly Exclude<Run, string>[]])[] = [
    [t('insertField'), fieldNames.filter((name) => contractFields[name].kind !== 'choice').map((field) => ({ field }))],
    [
      t('insertCapitals'),
      fieldNames.filter((name) => contractFields[name].kind === 'money').map((capitals) => ({ capitals })),
    ],
    [
      t('insertChoice'),
      fieldNames.filter((name) => contractFields[name].kind === 'choice').map((choice) => ({ choice })),
    ],
    [t('insertFact'), factNames.map((fact) => ({ fact }))],
    [t('insertReference'), numberedArticles(text).map(({ key }) => ({ article: key }))],
    [t('insertAnnex'), text.annexes.map(({ key }) => ({ annex: key }))],
  ];
  const word = wanted.trim().toLowerCase();
  return (
    <Menu position="bottom-start" width={320} onClose={() => setWanted('')} trapFocus>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={13} aria-hidden="true" />}>
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput
          aria-label={t('insertFind')}
          placeholder={t('insertFind')}
          data-autofocus
          m={4}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <ScrollArea.Autosize mah={320}>
          {groups.map(([name, runs]) => {
            const found = runs.filter((run) => labelOf(run).toLowerCase().includes(word));
            if (found.length === 0) return null;
            return (
              <div key={name}>
                <Menu.Label>{name}</Menu.Label>
                {found.map((run) => (
                  <Menu.Item key={JSON.stringify(run)} onClick={() => onInsert(run)}>
                    {labelOf(run)}
                  </Menu.Item>
                ))}
              </div>
            );
          })}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
