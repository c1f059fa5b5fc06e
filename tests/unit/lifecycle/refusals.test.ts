import { describe, expect, it } from 'vitest';
import { bareCaseFacts, caseEvents, caseLifecycle } from '#shared/domain/cases/lifecycle.ts';
import { contractEvents } from '#shared/domain/contracts/events.ts';
import { bareContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { decide, type Lifecycle } from '#shared/domain/lifecycle.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { subscriptionEvents } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { bareSubscriptionFacts } from '#shared/domain/subscriptions/lifecycle-facts.ts';
import { resources } from '#shared/i18n/index.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const today = localDate('2026-11-23');

/** Every act in every state of a table, with facts of which nothing is complete: what it refuses, or where it leads. */
function matrixOf<S extends string, E extends string, F, X extends string>(
  table: Lifecycle<S, E, F, X>,
  events: readonly E[],
  facts: F,
) {
  return table.states.flatMap((state) =>
    events.map((event) => {
      const decision = decide(table, state, event, facts);
      return { name: `${table.noun}: ${event} in ${state}`, state, event, decision };
    }),
  );
}

const rows = [
  ...matrixOf(contractLifecycle, contractEvents, bareContractFacts(today)),
  ...matrixOf(subscriptionLifecycle, subscriptionEvents, bareSubscriptionFacts(today)),
  ...matrixOf(caseLifecycle, caseEvents, bareCaseFacts()),
];

/** What a sentence of a language asks for that a refusal does not bring with it. */
function missingIn(language: keyof typeof resources, { code, params = {} }: Refusal): string[] {
  const sentences: Readonly<Record<string, string>> = resources[language].errors;
  const sentence = sentences[code] ?? sentences[`${code}_other`];
  if (sentence === undefined) return [`no sentence for ${code}`];
  // What stands in double brackets is left out where nobody knows it.
  const needed = sentence.replaceAll(/\[\[.*?\]\]/g, '');
  const asked = [...needed.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name);
  return asked.filter((name) => !(name in params));
}

describe('Every act in every state of a contract, a subscription and a case', () => {
  it('is in the matrix once', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, { state, decision }) => {
    if (decision.refused === undefined) {
      // What is allowed leads to a state of the table.
      expect([...contractLifecycle.states, ...subscriptionLifecycle.states, ...caseLifecycle.states]).toContain(
        decision.next,
      );
      return;
    }
    const { refused } = decision;
    expect(refused.code, state).toMatch(/^[A-Z_]+$/);
    expect([...missingIn('zh-CN', refused), ...missingIn('en', refused)]).toEqual([]);
  });
});
