import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { permissions } from '#shared/domain/accounts/permissions.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import {
  levelOf,
  maskedFieldNames,
  type OfficeRights,
  permissionNames,
  postsWith,
  scopedNounNames,
  scopeOf,
  shippedLevel,
  shippedScope,
} from '#shared/domain/accounts/rights.ts';
import { levelsFor, mayBeGiven, mayBeTaken, scopesFor } from '#shared/domain/accounts/rights-bounds.ts';
import { withLevel, withPermission, withScope } from '#shared/domain/accounts/rights-changes.ts';
import { useRightsWords } from '../use-rights-words.ts';
import styles from './rights.module.css';

type RightsMatrixProps = {
  rights: OfficeRights;
  /** None where this person may only read. */
  onChange: ((rights: OfficeRights) => void) | undefined;
  onlyChanged: boolean;
};

type Line = { readonly key: string; readonly name: string; readonly cells: readonly Cell[] };
type Cell = { readonly post: Post; readonly changed: boolean; readonly content: ReactNode };

const ships = (name: Permission, post: Post): boolean => (permissions[name] as readonly Post[]).includes(post);

/** Posts across, rights down: what each may do, whose records it sees, how much of them. */
export function RightsMatrix({ rights, onChange, onlyChanged }: RightsMatrixProps) {
  const { t } = useTranslation('rights');
  const { t: labels } = useTranslation('labels');
  const words = useRightsWords();

  const permissionCell = (name: Permission, post: Post): Cell => {
    const has = postsWith(rights, name).includes(post);
    const open = has ? mayBeTaken(name, post) : mayBeGiven(name, post);
    const label = `${words('permissions', name)}，${labels(`posts.${post}`)}`;
    return {
      post,
      changed: has !== ships(name, post),
      content:
        onChange === undefined || !open ? (
          <span className={styles.fixed} title={open ? undefined : t('fixed')}>
            {has ? '✓' : open ? '' : '–'}
          </span>
        ) : (
          <Checkbox
            size="xs"
            aria-label={label}
            checked={has}
            onChange={(event) => onChange(withPermission(rights, name, post, event.currentTarget.checked))}
          />
        ),
    };
  };

  const choiceCell = <V extends string>(
    post: Post,
    row: string,
    value: V,
    shipped: V,
    choices: readonly V[],
    table: 'scopes' | 'levels',
    choose: (value: V) => OfficeRights,
  ): Cell => ({
    post,
    changed: value !== shipped,
    content:
      onChange === undefined || choices.length < 2 ? (
        <span className={styles.fixed} title={choices.length < 2 ? t('fixed') : undefined}>
          {words(table, value)}
        </span>
      ) : (
        <NativeSelect
          size="xs"
          w={116}
          rightSectionWidth={22}
          aria-label={`${row}，${labels(`posts.${post}`)}`}
          value={value}
          data={choices.map((one) => ({ value: one, label: words(table, one) }))}
          onChange={(event) => {
            const chosen = choices.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) onChange(choose(chosen));
          }}
        />
      ),
  });

  const groups = [...new Set(permissionNames.map((name) => name.split('.')[0] ?? ''))].map((group) => ({
    key: group,
    title: words('groups', group),
    lines: permissionNames
      .filter((name) => name.startsWith(`${group}.`))
      .map((name) => ({
        key: name,
        name: words('permissions', name),
        cells: posts.map((post) => permissionCell(name, post)),
      })),
  }));
  const scopes = {
    key: 'scopes',
    title: t('scopesTitle'),
    lines: scopedNounNames.map((noun) => ({
      key: noun,
      name: words('nouns', noun),
      cells: posts.map((post) =>
        choiceCell(
          post,
          words('nouns', noun),
          scopeOf(rights, post, noun),
          shippedScope(post, noun),
          scopesFor(post, noun),
          'scopes',
          (scope) => withScope(rights, noun, post, scope),
        ),
      ),
    })),
  };
  const masks = {
    key: 'masks',
    title: t('masksTitle'),
    lines: maskedFieldNames.map((field) => ({
      key: field,
      name: words('fields', field),
      cells: posts.map((post) =>
        choiceCell(
          post,
          words('fields', field),
          levelOf(rights, post, field),
          shippedLevel(post, field),
          levelsFor(post, field),
          'levels',
          (level) => withLevel(rights, field, post, level),
        ),
      ),
    })),
  };
  const shown = [scopes, masks, ...groups].map((group) => ({
    ...group,
    lines: onlyChanged ? group.lines.filter(({ cells }) => cells.some(({ changed }) => changed)) : group.lines,
  }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard too
    <div className={styles.matrix} tabIndex={0} role="region" aria-label={t('matrix')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {posts.map((post) => (
              <th key={post} scope="col">
                {labels(`posts.${post}`)}
              </th>
            ))}
          </tr>
        </thead>
        {shown
          .filter(({ lines }) => lines.length > 0)
          .map(({ key, title, lines }) => (
            <tbody key={key}>
              <tr>
                <th className={styles.group} scope="rowgroup" colSpan={posts.length + 1}>
                  {title}
                </th>
              </tr>
              {lines.map((line) => (
                <MatrixLine key={line.key} line={line} />
              ))}
            </tbody>
          ))}
      </table>
    </div>
  );
}

function MatrixLine({ line }: { line: Line }) {
  return (
    <tr>
      <th scope="row">{line.name}</th>
      {line.cells.map(({ post, changed, content }) => (
        <td key={post} className={changed ? styles.changed : undefined}>
          <span className={styles.cell}>{content}</span>
        </td>
      ))}
    </tr>
  );
}
